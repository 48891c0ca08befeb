#include "cli/check/places.hpp"

namespace protokoll::cli {

Position Places::at(std::size_t byte) {
  const auto text = source_.text();
  const auto target = source_.to_text(byte);
  if (target < offset_) {
    // A finding may end behind the begin of the next: go back to the line's begin, or count anew from the top.
    const auto before = text.substr(target, offset_ - target);
    if (before.find('\n') != std::string_view::npos) {
      offset_ = 0;
      position_ = {};
    } else {
      for (const char c : before) position_.column -= (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      offset_ = target;
    }
  }
  for (; offset_ < target; ++offset_) {
    if (text[offset_] == '\n') position_ = {position_.line + 1, 1};
    else position_.column += (static_cast<unsigned char>(text[offset_]) & 0xC0) != 0x80;
  }
  return position_;
}

}  // namespace protokoll::cli

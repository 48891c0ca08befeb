#include "cli/check/places.hpp"

#include <fmt/format.h>

#include <cstdint>

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

namespace {

// FNV-1a of 64 bits (draft-eastlake-fnv): no secret to keep, only to tell findings apart.
void hash(std::uint64_t& value, std::string_view text) {
  for (const char c : text) {
    value ^= static_cast<unsigned char>(c);
    value *= 0x100000001b3;
  }
}

}  // namespace

std::string fingerprint(const Source& source, const Diagnostic& diagnostic) {
  std::uint64_t value = 0xcbf29ce484222325;
  hash(value, diagnostic.id);
  hash(value, "\n");
  const auto begin = source.to_text(diagnostic.span.begin);
  const auto place = source.text().substr(begin, source.to_text(diagnostic.span.end) - begin);
  hash(value, place.empty() ? source.line(diagnostic.span.begin) : place);
  return fmt::format("{:016x}", value);
}

}  // namespace protokoll::cli

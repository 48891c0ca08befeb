#include "source/source.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "source/encodings.hpp"

namespace protokoll {

Source::Source(std::string_view bytes) : bytes_(bytes) {
  const auto encoding = find_encoding(bytes);
  encoding_ = encoding.name;
  if (encoding.is_plain_utf8) {
    text_ = bytes.substr(encoding.bom_size);
    if (encoding.bom_size) steps_.push_back({0, encoding.bom_size});
    return;
  }
  decode(bytes, encoding, [this](std::string_view character, Span place, DecodeTrouble trouble) {
    if (steps_.empty() || place.begin - steps_.back().byte != decoded_.size() - steps_.back().text) steps_.push_back({decoded_.size(), place.begin});
    decoded_ += character;
    if (trouble != DecodeTrouble::none) report_decoding(trouble, place, diagnostics_);
  });
  text_ = decoded_;
}

namespace {

template <class Steps, class Key>
auto last_not_after(const Steps& steps, std::size_t value, Key key) {
  const auto after = std::upper_bound(steps.begin(), steps.end(), value, [&](std::size_t v, const auto& step) { return v < key(step); });
  return after == steps.begin() ? after : std::prev(after);
}

}  // namespace

Span Source::to_bytes(Span text_range) const {
  if (steps_.empty()) return text_range;
  const auto at = [this](std::size_t offset) {
    if (offset >= text_.size()) return bytes_.size();
    // Only the first byte of a character has a place of its own; the steps are set there.
    while (offset > 0 && (static_cast<unsigned char>(text_[offset]) & 0xC0) == 0x80) --offset;
    const auto step = last_not_after(steps_, offset, [](const Step& s) { return s.text; });
    return step->byte + (offset - step->text);
  };
  return {at(text_range.begin), at(text_range.end)};
}

std::size_t Source::to_text(std::size_t byte) const {
  if (byte >= bytes_.size()) return text_.size();
  if (steps_.empty()) return std::min(byte, text_.size());
  const auto step = last_not_after(steps_, byte, [](const Step& s) { return s.byte; });
  if (byte < step->byte) return step->text;
  const auto next = std::next(step);
  const auto limit = next == steps_.end() ? text_.size() : next->text;
  // A character may have more bytes in the file than in UTF-8.
  auto offset = std::min(step->text + (byte - step->byte), limit - 1);
  while (offset > step->text && (static_cast<unsigned char>(text_[offset]) & 0xC0) == 0x80) --offset;
  return offset;
}

Position Source::position(std::size_t byte) const {
  const auto offset = to_text(byte);
  const auto before = text_.substr(0, offset);
  const auto line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  std::size_t column = 1;
  for (auto i = start; i < offset; ++i) column += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
  return {line, column};
}

std::string_view Source::line(std::size_t byte) const {
  const auto offset = to_text(byte);
  const auto before = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  auto end = std::min(text_.find('\n', offset), text_.size());
  if (end > begin && text_[end - 1] == '\r') --end;
  return text_.substr(begin, end - begin);
}

}  // namespace protokoll

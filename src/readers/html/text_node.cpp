#include "readers/html/text_node.hpp"

#include "readers/html/entities.hpp"
#include "readers/html/scanner.hpp"

namespace protokoll::html {
namespace {

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// gumbo computes the number of a character reference in an int and shows whatever an overflow leaves.
bool has_overflowing_reference(std::string_view source) {
  constexpr std::size_t most_digits = 7;
  for (auto at = source.find("&#"); at != std::string_view::npos; at = source.find("&#", at + 2)) {
    auto digit = at + 2;
    if (digit < source.size() && (source[digit] == 'x' || source[digit] == 'X')) ++digit;
    const auto first = digit;
    while (digit < source.size() && is_hex_digit(source[digit])) ++digit;
    if (digit - first > most_digits) return true;
  }
  return false;
}

std::string decode(std::string_view source, TextMode mode) {
  std::string text;
  for (std::size_t at = 0; at < source.size();) {
    const char c = source[at];
    const auto reference = c == '&' ? reference_at(source, at) : Reference{};
    if (reference.size > 0) {
      text += reference.decoded;
      at += reference.size;
    } else if (c == '<' && mode == TextMode::data && is_markup(source, at)) {
      at = end_of_markup(source, at);
    } else {
      if (c != '\0' && c != '\r') text += c;
      ++at;
    }
  }
  return text;
}

}  // namespace

TextMode mode_of(const GumboNode& text) {
  if (text.type == GUMBO_NODE_CDATA) return TextMode::raw;
  if (text.parent == nullptr || text.parent->type != GUMBO_NODE_ELEMENT) return TextMode::data;
  // In <svg> and <math> these are elements like any other.
  if (text.parent->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return TextMode::data;
  switch (text.parent->v.element.tag) {
    case GUMBO_TAG_TEXTAREA:
      return TextMode::escaped;
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
      return TextMode::raw;
    default:
      return TextMode::data;
  }
}

std::string_view text_of(const GumboNode& text, std::string& own) {
  const std::string_view decoded = text.v.text.text;
  const std::string_view source{text.v.text.original_text.data, text.v.text.original_text.length};
  // It also shows U+FFFD for NEL, a line end.
  const bool is_right = !has_overflowing_reference(source) && source.find("\u0085") == std::string_view::npos;
  if (is_right || mode_of(text) == TextMode::raw) return decoded;
  own = decode(source, mode_of(text));
  return own;
}

}  // namespace protokoll::html

#include "readers/html/text_node.hpp"

#include <algorithm>

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

// As gumbo does, but that NEL stays. Returns the size of what was appended.
std::size_t append_character(std::string_view source, std::size_t at, TextMode mode, std::string& text) {
  const char c = source[at];
  const auto invalid = size_of_invalid(source.substr(at));
  if (c == '\0' ? mode != TextMode::data && mode != TextMode::option : invalid > 0 && c != '\r' && source.substr(at, 2) != "\u0085")
    text += "\uFFFD";
  else if (c == '\r' && source.substr(at + 1, 1) != "\n")
    text += '\n';
  else if (c != '\0' && c != '\r')
    text += source.substr(at, std::max<std::size_t>(invalid, 1));
  return std::max<std::size_t>(invalid, 1);
}

std::string decode(std::string_view source, TextMode mode) {
  std::string text;
  Cdata section;
  for (std::size_t at = 0; at < source.size();) {
    const char c = source[at];
    const bool raw = mode == TextMode::raw || at < section.text_end;
    const auto reference = c == '&' && !raw ? reference_at(source, at) : Reference{};
    if (at == section.text_end && at < section.end) {
      at = section.end;
    } else if (reference.size > 0) {
      text += reference.decoded;
      at += reference.size;
    } else if (c == '<' && !raw && mode != TextMode::escaped && is_markup(source, at)) {
      section = mode == TextMode::foreign ? cdata_at(source, at) : Cdata{};
      at = section.end > 0 ? section.text : end_of_markup(source, at);
    } else {
      at += append_character(source, at, mode, text);
    }
  }
  return text;
}

}  // namespace

TextMode mode_of(const GumboNode& text) {
  if (text.parent == nullptr || text.parent->type != GUMBO_NODE_ELEMENT) return TextMode::data;
  // In <svg> and <math> all elements are alike.
  if (text.parent->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return TextMode::foreign;
  switch (text.parent->v.element.tag) {
    case GUMBO_TAG_TEXTAREA:
      return TextMode::escaped;
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_OPTGROUP:
      return TextMode::option;
    case GUMBO_TAG_XMP:
      return TextMode::raw;
    default:
      break;
  }
  // Nothing ends <plaintext>, and formatting begun in front of it goes on inside.
  for (const auto* node = text.parent; node != nullptr && node->type == GUMBO_NODE_ELEMENT; node = node->parent)
    if (node->v.element.tag == GUMBO_TAG_PLAINTEXT) return TextMode::raw;
  return TextMode::data;
}

std::string_view text_of(const GumboNode& text, std::string& own) {
  const std::string_view decoded = text.v.text.text;
  const std::string_view source{text.v.text.original_text.data, text.v.text.original_text.length};
  // It also shows U+FFFD for NEL, a line end.
  const bool is_right = !has_overflowing_reference(source) && source.find("\u0085") == std::string_view::npos;
  if (is_right) return decoded;
  own = decode(source, mode_of(text));
  return own;
}

}  // namespace protokoll::html

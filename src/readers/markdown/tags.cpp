#include <algorithm>

#include "readers/html/html.hpp"
#include "readers/markdown/lines.hpp"

namespace protokoll::markdown {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string decoded(std::string_view value) {
  std::string out;
  while (!value.empty()) {
    const auto ampersand = value.find('&');
    const auto semicolon = value.find(';', std::min(ampersand, value.size()));
    out += value.substr(0, ampersand);
    if (semicolon == std::string_view::npos) return out += ampersand == std::string_view::npos ? std::string_view() : value.substr(ampersand);
    const auto entity = value.substr(ampersand, semicolon + 1 - ampersand);
    const auto character = decode_entity(entity);
    // A bare ampersand is text; what follows it may hold an entity of its own.
    out += character.empty() ? std::string_view("&") : std::string_view(character);
    value.remove_prefix(ampersand + (character.empty() ? 1 : entity.size()));
  }
  return out;
}

}  // namespace

std::string tag_name(std::string_view tag) {
  if (tag.size() < 3 || tag[0] != '<') return {};
  const auto end = tag.find_first_of(" \t\r\n\f/>", 2);
  return lower(tag.substr(1, std::min(end, tag.size()) - 1));
}

// CommonMark 6.6 lets only well-formed tags through: name, then attributes with values bare or in quotes.
std::string tag_attribute(std::string_view tag, std::string_view name) {
  auto at = tag.find_first_of(blanks);
  while (at < tag.size()) {
    at = tag.find_first_not_of(" \t\r\n\f/>", at);
    if (at == std::string_view::npos) break;
    const auto name_end = std::min(tag.find_first_of(" \t\r\n\f=/>", at), tag.size());
    const auto key = lower(tag.substr(at, name_end - at));
    const auto equals = tag.find_first_not_of(blanks, name_end);
    at = name_end;
    if (equals == std::string_view::npos || tag[equals] != '=') continue;
    const auto begin = tag.find_first_not_of(blanks, equals + 1);
    if (begin == std::string_view::npos) break;
    const bool quoted = tag[begin] == '"' || tag[begin] == '\'';
    const auto value_begin = begin + quoted;
    const auto value_end = std::min(quoted ? tag.find(tag[begin], value_begin) : tag.find_first_of(" \t\r\n\f>", value_begin), tag.size());
    if (key == name) return decoded(tag.substr(value_begin, value_end - value_begin));
    at = std::min(value_end + quoted, tag.size());
  }
  return {};
}

}  // namespace protokoll::markdown

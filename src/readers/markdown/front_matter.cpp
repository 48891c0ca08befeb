#include "readers/markdown/parse.hpp"

namespace protokoll::markdown {
namespace {

Piece line_at(std::string_view text, std::size_t at) {
  const auto newline = text.find('\n', at);
  auto end = newline == std::string_view::npos ? text.size() : newline;
  while (end > at && (text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return {at, end - at};
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const auto newline = text.find('\n', at);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

// The end of `key` in "key: value", "key:" or, between plus signs, "key = value"; 0 if the line is something else.
std::size_t key_end(std::string_view line, char sign) {
  if (sign == '=') {
    const auto equals = line.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals > 60) return 0;
    return line.substr(0, equals).find_first_of("*`#|<>[]{}()!:") == std::string_view::npos ? equals : 0;
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 60) return 0;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return 0;
  const auto odd = line.substr(0, colon).find_first_of("*`#|<>[]{}()!");
  return odd == std::string_view::npos ? colon : 0;
}

}  // namespace

FrontMatter front_matter(std::string_view text) {
  FrontMatter found;
  const auto first = line_at(text, 0);
  // Three dashes (or more, as some write) around YAML, three plus signs around TOML.
  const auto fence = text.substr(0, first.size);
  const bool toml = fence == "+++";
  if (!toml && (fence.size() < 3 || fence.find_first_not_of('-') != std::string_view::npos)) return {};
  const char sign = toml ? '=' : ':';
  bool has_key = false;
  for (auto at = next_line(text, 0); at < text.size(); at = next_line(text, at)) {
    const auto place = line_at(text, at);
    const auto line = text.substr(place.offset, place.size);
    if (line == fence || (!toml && line == "...")) {
      if (!has_key) return {};
      found.end = next_line(text, at);
      return found;
    }
    if (line.empty()) continue;
    const bool nested = line[0] == ' ' || line[0] == '\t' || line[0] == '#' || line == "-" || line.starts_with("- ") || (toml && std::string_view("[]{}\",").find(line[0]) != std::string_view::npos);
    const auto colon = nested ? 0 : key_end(line, sign);
    if (!nested && colon == 0) return {};
    if (nested && !has_key && line[0] != '#' && !toml) return {};
    has_key = has_key || colon > 0;
    const auto value = colon ? line.find_first_not_of(" \t", colon + 1) : 0;
    found.lines.push_back({place, value == std::string_view::npos ? line.size() : value});
  }
  return {};
}

}  // namespace protokoll::markdown

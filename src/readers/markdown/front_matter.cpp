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

// The end of `key` in "key: value" or "key:"; 0 if the line is something else.
std::size_t key_end(std::string_view line) {
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
  if (text.substr(0, first.size) != "---") return {};
  bool has_key = false;
  for (auto at = next_line(text, 0); at < text.size(); at = next_line(text, at)) {
    const auto place = line_at(text, at);
    const auto line = text.substr(place.offset, place.size);
    if (line == "---" || line == "...") {
      if (!has_key) return {};
      found.end = next_line(text, at);
      return found;
    }
    if (line.empty()) continue;
    const bool nested = line[0] == ' ' || line[0] == '\t' || line[0] == '#' || line == "-" || line.starts_with("- ");
    const auto colon = nested ? 0 : key_end(line);
    if (!nested && colon == 0) return {};
    if (nested && !has_key && line[0] != '#') return {};
    has_key = has_key || colon > 0;
    const auto value = colon ? line.find_first_not_of(" \t", colon + 1) : 0;
    found.lines.push_back({place, value == std::string_view::npos ? line.size() : value});
  }
  return {};
}

}  // namespace protokoll::markdown

#include "readers/markdown/lines.hpp"

#include <algorithm>

namespace protokoll::markdown {
namespace {

constexpr std::string_view blanks = " \t\r";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view line) {
  const auto begin = line.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin, line.find_last_not_of(blanks) + 1 - begin);
}

// CommonMark 5.2: a bullet, or up to nine digits with '.' or ')'.
std::size_t marker_size(std::string_view rest) {
  std::size_t size = 0;
  while (size < rest.size() && size < 9 && is_digit(rest[size])) ++size;
  if (size == rest.size()) return 0;
  const bool delimited = size > 0 ? rest[size] == '.' || rest[size] == ')' : rest[0] == '-' || rest[0] == '+' || rest[0] == '*';
  if (!delimited) return 0;
  ++size;
  return size == rest.size() || blanks.find(rest[size]) != std::string_view::npos ? size : 0;
}

}  // namespace

Piece LineFinder::line_around(std::size_t offset) {
  if (offset >= line_.offset && offset <= line_.end() && line_.size > 0) return line_;
  const auto before = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  line_ = {begin, std::min(text_.find('\n', offset), text_.size()) - begin};
  return line_;
}

LinePrefix line_prefix(std::string_view text, Piece line, std::size_t before) {
  LinePrefix prefix;
  auto at = line.offset;
  const auto end = std::min(before, line.end());
  while (true) {
    for (; at < end && (blanks.find(text[at]) != std::string_view::npos || text[at] == '>'); ++at) prefix.quotes += text[at] == '>';
    prefix.end = at;
    const auto size = marker_size(text.substr(at, line.end() - at));
    if (size == 0 || at + size > end) return prefix;
    prefix.markers.push_back({{at, size}, is_digit(text[at])});
    at += size;
  }
}

bool is_attribute_list(std::string_view line) {
  const auto content = trimmed(line);
  return content.size() > 3 && content.starts_with("{:") && content.find('}') == content.size() - 1;
}

}  // namespace protokoll::markdown

#include "readers/tabbed/rows.hpp"

#include <algorithm>

#include "readers/html/open_elements.hpp"

namespace protokoll::tabbed {
namespace {

constexpr std::size_t none = std::string_view::npos;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\f\v\xEF\xBB\xBF";
  const auto first = text.find_first_not_of(blanks);
  if (first == none) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

// What a label may be: up to 16 letters, digits and signs of numbering, in tags or not, without a word after a word.
bool is_label(std::string_view text) {
  constexpr std::size_t longest = 16;
  std::size_t visible = 0;
  bool in_tag = false;
  for (const char c : trimmed(text)) {
    if (c == '<') in_tag = true;
    if (!in_tag && ++visible > longest) return false;
    if (c == '>')
      in_tag = false;
    else if (!in_tag && (c == '|' || c == '#' || c == '`' || c == '=' || c == '"' || c == ',' || c == ';'))
      return false;
  }
  return !in_tag;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != none; }

bool is_row(std::string_view line) {
  const auto tab = line.find('\t');
  if (tab == none) return false;
  const auto label = line.substr(0, tab);
  if (!is_label(label)) return false;
  const auto cell = line.substr(tab + 1);
  const auto first = cell.find_first_not_of(" \t");
  if (first != none && cell[first] == '<') return true;
  // A row of plain text: only a number in front tells it from an indented line.
  return has_digit(label) && !trimmed(cell).empty() && line[0] != ' ';
}

// Offset of the '>' of the tag that begins at `at`, or the end of the line.
std::size_t end_of_tag(std::string_view line, std::size_t at) {
  char quote = 0;
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (quote) quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == '>') return at;
    // A '<' that begins no tag is text again.
    else if (c == '<' && at + 1 < line.size() && line[at + 1] != '/' && (line[at + 1] | 32) < 'a') return at;
  }
  return at;
}

// Offset of the next tab from `from` that stands outside of tags.
std::size_t next_tab(std::string_view line, std::size_t from) {
  for (auto i = from; i < line.size(); ++i) {
    if (line[i] == '\t') return i;
    const bool tag = line[i] == '<' && i + 1 < line.size() && (line[i + 1] == '/' || (line[i + 1] | 32) >= 'a');
    if (tag) i = end_of_tag(line, i);
  }
  return none;
}

std::vector<Span> split_cells(std::string_view line, std::size_t offset) {
  std::vector<Span> cells;
  for (std::size_t at = 0;;) {
    const auto tab = next_tab(line, at);
    cells.push_back({offset + at, offset + std::min(tab, line.size())});
    if (tab == none) return cells;
    at = tab + 1;
  }
}

struct Line {
  std::size_t begin;
  std::size_t end;  // without the line end
  std::size_t next;
};

Line line_at(std::string_view text, std::size_t begin) {
  const auto end = std::min(text.find('\n', begin), text.size());
  const bool crlf = end > begin && text[end - 1] == '\r';
  return {begin, end - crlf, std::min(end + 1, text.size())};
}

// Takes in the lines behind a row that its last cell leaves open or that go on with a tag; a blank line ends that.
std::size_t continue_row(std::string_view text, Part& row, std::size_t at) {
  html::OpenElements open;
  open.read(text.substr(row.cells.back().begin, row.cells.back().size()));
  while (at < text.size()) {
    const auto line = line_at(text, at);
    const auto content = text.substr(line.begin, line.end - line.begin);
    const auto visible = trimmed(content);
    if (visible.empty() || is_row(content) || (visible[0] != '<' && !open.any())) break;
    open.read(content);
    row.cells.back().end = row.range.end = line.end;
    at = line.next;
  }
  return at;
}

}  // namespace

std::vector<Part> split(std::string_view text) {
  std::vector<Part> parts;
  const auto add_other = [&](const Line& line) {
    if (parts.empty() || !parts.back().cells.empty()) parts.push_back({{line.begin, line.next}});
    parts.back().range.end = line.next;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto line = line_at(text, at);
    const auto content = text.substr(line.begin, line.end - line.begin);
    at = line.next;
    if (!is_row(content)) {
      add_other(line);
      continue;
    }
    parts.push_back({{line.begin, line.end}, split_cells(content, line.begin)});
    at = continue_row(text, parts.back(), at);
  }
  return parts;
}

bool has_row(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto line = line_at(text, at);
    const auto content = text.substr(line.begin, line.end - line.begin);
    const auto tab = content.find('\t');
    constexpr std::size_t longest = 40;
    // An indented element has a tab in front as well; only a label makes a row of it.
    const bool labelled = tab < longest && has_digit(content.substr(0, tab));
    if (labelled && is_row(content) && content.find('<', tab) != none && trimmed(content.substr(tab)).front() == '<') return true;
    at = line.next;
  }
  return false;
}

}  // namespace protokoll::tabbed

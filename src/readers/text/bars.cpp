#include <algorithm>

#include "readers/text/tables.hpp"

namespace protokoll::text {
namespace {

constexpr std::size_t none = std::string_view::npos;

std::string_view view(std::string_view text, const Line& line) { return text.substr(line.content.begin, line.content.size()); }

bool is_bar(char c) { return c == '|' || c == '^'; }

// The next bar from `at` on that is not inside a link.
std::size_t next_bar(std::string_view line, std::size_t at) {
  int depth = 0;
  for (; at < line.size(); ++at) {
    const auto two = line.substr(at, 2);
    if (two == "[[" || two == "{{") ++depth, ++at;
    else if ((two == "]]" || two == "}}") && depth > 0) --depth, ++at;
    else if (is_bar(line[at]) && depth == 0) return at;
  }
  return none;
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == '\t')) ++span.begin;
  while (span.end > span.begin && (text[span.end - 1] == ' ' || text[span.end - 1] == '\t')) --span.end;
  return span;
}

}  // namespace

bool is_border(std::string_view line) {
  constexpr std::size_t shortest = 4;
  if (line.size() < shortest || (line[0] != '+' && line[0] != '|') || (line.back() != '+' && line.back() != '|')) return false;
  return line.find_first_not_of("+-=|: ") == none && (line.find("--") != none || line.find("==") != none);
}

bool is_bar_row(std::string_view line) {
  constexpr std::size_t shortest = 3;
  return line.size() >= shortest && is_bar(line.front()) && is_bar(line.back()) && (line[1] == ' ' || line[1] == '|' || line[1] == '^' || line.find(line.front(), 1) < line.size() - 1);
}

std::size_t bar_table_end(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  auto at = begin;
  std::size_t rows = 0;
  for (; at < end && (is_border(view(text, lines[at])) || is_bar_row(view(text, lines[at]))); ++at) {
    rows += !is_border(view(text, lines[at]));
    constexpr std::size_t most_borders = 50;
    if (rows == 0 && at - begin > most_borders) return begin;
  }
  return rows >= 1 && at - begin >= 2 ? at : begin;
}

void add_bar_table(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end, std::vector<Part>& parts) {
  const bool grid = view(text, lines[begin]).front() == '+';
  std::vector<CellPiece> pieces;
  std::size_t row = 0, header_rows = 0;
  std::vector<bool> empty_above;  // per column of a grid: the line above has nothing in its cell
  for (auto i = begin; i < end; ++i) {
    const auto line = view(text, lines[i]);
    if (is_border(line)) {
      if (grid && i > begin) ++row;
      if (row > 0 && header_rows == 0 && (grid ? line.find('=') != none : i == begin + 1)) header_rows = row;
      continue;
    }
    if (line.front() == '^' && line.back() == '^' && i == begin) header_rows = 1;
    std::size_t column = 0;
    for (std::size_t at = 1; at < line.size(); ++column) {
      const auto bar = std::min(next_bar(line, at), line.size());
      const auto cell = trimmed(text, {lines[i].content.begin + at, lines[i].content.begin + bar});
      const auto shown = text.substr(cell.begin, cell.size());
      empty_above.resize(std::max(empty_above.size(), column + 1));
      if (!cell.empty() && shown != ":::") pieces.push_back({row, column, cell, empty_above[column] || bullet_size(shown) > 0});
      empty_above[column] = cell.empty();
      at = bar + 1;
    }
    if (!grid) ++row;
  }
  add_table(text, std::move(pieces), header_rows, parts);
}

std::size_t fenced_table_end(std::string_view text, const std::vector<Line>& lines, std::size_t begin) {
  constexpr std::string_view fence = "|===";
  if (view(text, lines[begin]) != fence) return begin;
  for (auto i = begin + 1; i < lines.size(); ++i)
    if (view(text, lines[i]) == fence) return i + 1;
  return begin;
}

// A bar begins a cell; the first line with bars tells how many there are in a row.
void add_fenced_table(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end, std::vector<Part>& parts) {
  std::vector<CellPiece> pieces;
  std::size_t columns = 0, cells = 0;
  for (auto i = begin + 1; i + 1 < end; ++i) {
    const auto line = view(text, lines[i]);
    if (line.empty()) continue;
    for (std::size_t at = 0; at < line.size();) {
      const bool bar = line[at] == '|';
      cells += bar;
      const auto next = std::min(next_bar(line, at + bar), line.size());
      const auto cell = trimmed(text, {lines[i].content.begin + at + bar, lines[i].content.begin + next});
      const auto number = cells > 0 ? cells - 1 : 0, width = std::max<std::size_t>(columns, 1);
      if (!cell.empty()) pieces.push_back({columns > 0 ? number / width : 0, columns > 0 ? number % width : number, cell});
      at = next;
    }
    if (columns == 0) columns = cells;
  }
  add_table(text, std::move(pieces), 1, parts);
}

void add_table(std::string_view text, std::vector<CellPiece> pieces, std::size_t header_rows, std::vector<Part>& parts) {
  std::stable_sort(pieces.begin(), pieces.end(), [](const CellPiece& a, const CellPiece& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  parts.push_back({.kind = PartKind::open, .container = ContainerKind::table});
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& piece = pieces[i];
    const bool new_row = i == 0 || pieces[i - 1].row != piece.row, new_cell = new_row || pieces[i - 1].column != piece.column;
    if (i > 0 && new_cell) parts.push_back({.kind = PartKind::close});
    if (i > 0 && new_row) parts.push_back({.kind = PartKind::close});
    if (new_row) parts.push_back({.kind = PartKind::open, .container = ContainerKind::row, .index = static_cast<int>(piece.row)});
    if (new_cell) parts.push_back({.kind = PartKind::open, .container = ContainerKind::cell, .index = static_cast<int>(piece.column), .header = piece.row < header_rows});
    bool apart = false;
    if (!new_cell) {
      const auto before = pieces[i - 1].text.end;
      apart = before > piece.text.begin || text.substr(before, piece.text.begin - before).find_first_not_of(" \t\r\n\f|") != none;
    }
    if (new_cell || (piece.begins_block && !apart)) parts.push_back({.kind = PartKind::block});
    parts.push_back({.apart = apart, .text = piece.text});
  }
  for (int i = 0; i < (pieces.empty() ? 1 : 3); ++i) parts.push_back({.kind = PartKind::close});
}

}  // namespace protokoll::text

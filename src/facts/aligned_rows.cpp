#include "facts/aligned_rows.hpp"

#include <algorithm>

#include "analysis/text.hpp"

namespace protokoll {
namespace {

struct Cell {
  std::string_view text;
  std::size_t place;  // in the line of the source
};

// Where the line of a place begins; npos if that is further away than any line whose columns somebody aligned.
std::size_t begin_of_line(std::string_view source, std::size_t place) {
  constexpr std::size_t longest = 2000;
  const auto from = place > longest ? place - longest : 0;
  const auto end = source.substr(from, place - from).rfind('\n');
  if (end != std::string_view::npos) return from + end + 1;
  return from == 0 ? 0 : std::string_view::npos;
}

std::vector<Cell> cells_of(std::string_view line, const Context& context) {
  std::vector<Cell> cells;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const auto text = trim(line.substr(begin, end - begin));
    if (!text.empty()) cells.push_back({text, context.document.to_source(context.range(text.substr(0, 1))).begin});
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != ' ' || !is_wide_gap(line, at, context)) continue;
    add(at);
    begin = at + 1;
  }
  add(line.size());
  if (cells.size() < 2) return {};
  const auto start = context.document.to_source(context.range(line.substr(0, 1))).begin;
  const auto line_begin = begin_of_line(context.source.text(), start);
  if (line_begin == std::string_view::npos) return {};
  for (auto& cell : cells) cell.place -= line_begin;
  return cells;
}

}  // namespace

TableCells aligned_rows(const std::vector<PeopleLine>& lines, std::size_t from, const Context& context) {
  constexpr std::size_t most_rows = 60;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::size_t> places;
  for (auto i = from; i < lines.size() && rows.size() < most_rows; ++i) {
    const auto& line = lines[i];
    if (line.heading || line.table >= 0 || line.text.find('\n') != std::string_view::npos || line.text.empty()) break;
    auto cells = cells_of(line.text, context);
    if (cells.size() < 2) break;
    for (const auto& cell : cells) places.push_back(cell.place);
    rows.push_back(std::move(cells));
  }
  if (rows.size() < 3) return {};
  // Where several rows have a cell there is a column.
  std::sort(places.begin(), places.end());
  std::vector<std::size_t> columns;
  constexpr std::size_t tolerance = 2;
  for (const auto place : places)
    if (columns.empty() || place > columns.back() + tolerance) columns.push_back(place);
  TableCells table;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const auto& cell : rows[i]) {
      const auto column = std::upper_bound(columns.begin(), columns.end(), cell.place) - columns.begin() - 1;
      table[static_cast<int>(i)][static_cast<int>(column)] = cell.text;
    }
  return table;
}

}  // namespace protokoll

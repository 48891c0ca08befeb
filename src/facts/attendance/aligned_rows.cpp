#include "facts/attendance/aligned_rows.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "facts/attendance/people_label.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

struct Cell {
  std::string_view text;
  std::size_t place;  // characters from the begin of its line in the source; behind tabs, how many of them
};

struct AlignedLine {
  std::vector<Cell> cells;
  bool tabbed = false;
};

// What the source has in front of a place in the same line; nothing if that is more than anybody aligns.
std::optional<std::string_view> front_of_line(std::string_view source, std::size_t place) {
  constexpr std::size_t longest = 2000;
  const auto from = place > longest ? place - longest : 0;
  const auto front = source.substr(from, place - from);
  const auto end = front.rfind('\n');
  if (end != std::string_view::npos) return front.substr(end + 1);
  return from == 0 ? std::optional(front) : std::nullopt;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

AlignedLine cut(std::string_view line, const Context& context) {
  constexpr std::size_t longest_line = 500;
  if (line.size() > longest_line) return {};
  const auto source = context.source.text();
  AlignedLine aligned;
  std::size_t begin = 0;
  bool measured = true;
  const auto add = [&](std::size_t end) {
    const auto text = trim(line.substr(begin, end - begin));
    if (text.empty()) return;
    const auto front = front_of_line(source, context.document.to_source(context.range(text.substr(0, 1))).begin);
    measured = measured && front;
    if (!front) return;
    const auto tabs = static_cast<std::size_t>(std::count(front->begin(), front->end(), '\t'));
    aligned.tabbed = aligned.tabbed || tabs > 0;
    aligned.cells.push_back({text, tabs > 0 ? tabs : count_characters(*front)});
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != ' ' || !is_wide_gap(line, at, context)) continue;
    add(at);
    begin = at + 1;
  }
  add(line.size());
  // The cell in front of the first tab has none.
  if (aligned.tabbed && !aligned.cells.empty() && aligned.cells.size() > 1 && aligned.cells[1].place == 1) aligned.cells[0].place = 0;
  return measured ? std::move(aligned) : AlignedLine{};
}

// Where several rows have a cell there is a column.
std::vector<std::size_t> columns_of(const std::vector<AlignedLine>& rows, bool tabbed) {
  std::vector<std::size_t> places, columns;
  for (const auto& row : rows)
    for (const auto& cell : row.cells) places.push_back(cell.place);
  std::sort(places.begin(), places.end());
  const std::size_t tolerance = tabbed ? 0 : 2;
  for (const auto place : places)
    if (columns.empty() || place > columns.back() + tolerance) columns.push_back(place);
  return columns;
}

// "Present   Absent   Reason": two or more of the cells say who stands below them.
bool heads_lists(const AlignedLine& row, const Context& context) {
  return std::ranges::count_if(row.cells, [&](const Cell& cell) { return standing_of(trim(cell.text, U":"), context).has_value(); }) > 1;
}

// A name alone below the heads of lists, where the other lists are shorter.
bool goes_on_below(const AlignedLine& row, const AlignedLine& head) {
  constexpr std::size_t tolerance = 2, longest = 40, most_words = 5;
  if (row.cells.size() != 1 || row.tabbed) return false;
  const auto& cell = row.cells.front();
  const bool below = std::ranges::any_of(head.cells, [&](const Cell& other) { return std::max(other.place, cell.place) - std::min(other.place, cell.place) <= tolerance; });
  return below && cell.text.size() <= longest && has_words(cell.text, 2) && !has_words(cell.text, most_words) && is_upper(first_character(cell.text)) && !has_digit(cell.text) && cell.text.find_first_of(":;!?") == std::string_view::npos;
}

}  // namespace

TableCells aligned_rows(const std::vector<PeopleLine>& lines, std::size_t from, const Context& context) {
  constexpr std::size_t most_rows = 60, fewest_rows = 3;
  std::vector<AlignedLine> rows;
  bool tabbed = false;
  for (auto i = from; i < lines.size() && rows.size() < most_rows; ++i) {
    const auto& line = lines[i];
    if (line.heading || line.table >= 0 || line.text.find('\n') != std::string_view::npos || line.text.empty()) break;
    auto row = cut(line.text, context);
    // A line that begins with a tab goes on in the second column.
    const bool further = row.tabbed && row.cells.size() == 1 && !rows.empty();
    const bool below = !rows.empty() && rows.front().cells.size() > 1 && goes_on_below(row, rows.front()) && heads_lists(rows.front(), context);
    if (row.cells.size() < 2 && !further && !below) break;
    // "Date    : 7 June" is a label with its value.
    if (row.cells.back().text.front() == ':' || (row.cells.size() > 1 && row.cells[1].text.front() == ':')) break;
    if (!rows.empty() && row.tabbed != tabbed) break;
    tabbed = row.tabbed;
    rows.push_back(std::move(row));
  }
  if (rows.size() < fewest_rows) return {};
  const auto columns = columns_of(rows, tabbed);
  TableCells table;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const auto& cell : rows[i].cells) {
      const auto column = std::upper_bound(columns.begin(), columns.end(), cell.place) - columns.begin() - 1;
      table[static_cast<int>(i)][static_cast<int>(column)] = cell.text;
    }
  return table;
}

}  // namespace protokoll

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "readers/html/layout.hpp"

namespace protokoll::html {
namespace {

constexpr int tolerance = 4;

struct Cell {
  std::size_t first, last;  // half-open, numbers of lines
  int left;
};

struct Row {
  std::vector<Cell> cells;
  int bottom = 0;
};

class Finder {
 public:
  Finder(const std::vector<PageLine>& lines, const PageStyle& style, const std::vector<std::size_t>& entries, std::vector<LineStart>& plan) : lines_(lines), style_(style), entries_(entries), plan_(plan) {}

  void find() {
    std::vector<Row> rows;
    for (std::size_t at = 0; at < lines_.size();) {
      auto row = row_at(at);
      if (row.cells.size() < 2) {
        mark(rows);
        ++at;
        continue;
      }
      if (!rows.empty() && !follows(rows, row)) mark(rows);
      at = row.cells.back().last;
      rows.push_back(std::move(row));
    }
    mark(rows);
  }

 private:
  // The cells from line `at` on; fewer than two if nothing stands beside it.
  [[nodiscard]] Row row_at(std::size_t at) const {
    constexpr std::size_t most_lines_before = 12;
    const auto& first = lines_[at];
    Row row{{{at, at + 1, first.left}}, first.top + style_.pitch(first.size)};
    if (is_outside(at)) return row;
    for (auto i = at + 1; i < lines_.size(); ++i) {
      const auto &line = lines_[i], &before = lines_[i - 1];
      if (line.page != first.page || is_outside(i)) break;
      auto& cell = row.cells.back();
      const auto pitch = style_.pitch(line.size);
      const bool beside = line.left > cell.left + line.size && line.top < row.bottom - tolerance && line.top > first.top - 4 * pitch;
      if (is_beside_marker(before, line) || (!beside && is_in(row, line, before))) {
        cell.last = i + 1;
      } else if (beside) {
        row.cells.push_back({i, i + 1, line.left});
      } else {
        break;
      }
      row.bottom = std::max(row.bottom, line.top + pitch);
      if (row.cells.size() == 1 && i - at > most_lines_before) break;
    }
    return row;
  }

  // A header or footer of the page, or a heading by the outline.
  [[nodiscard]] bool is_outside(std::size_t i) const { return plan_[i].boilerplate || (!entries_.empty() && entries_[i] > 0); }

  // Whether a line goes on with the row's last cell.
  [[nodiscard]] bool is_in(const Row& row, const PageLine& line, const PageLine& before) const {
    const auto& cell = row.cells.back();
    const bool aligned = line.left >= cell.left - tolerance && line.left <= std::max(cell.left, before.left) + tolerance;
    if (!aligned || line.top <= before.top) return false;
    if (style_.is_close(before, line)) return row.cells.size() > 1 || before.ends_blank || !begins_with_marker(line.text);
    return row.cells.size() > 1 && (line.top - before.top) * 10 <= style_.pitch(line.size) * 18 && line.left > row.cells.front().left + tolerance;
  }

  // Whether a row goes on with the table of the rows above.
  [[nodiscard]] bool follows(const std::vector<Row>& rows, const Row& row) const {
    const auto &above = rows.back(), &front = rows.front();
    const auto& line = lines_[row.cells.front().first];
    if (line.page != lines_[above.cells.front().first].page || line.top - above.bottom > 2 * style_.pitch(line.size)) return false;
    if (above.cells.back().last != row.cells.front().first) return false;
    const auto shared = std::count_if(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
      return std::any_of(front.cells.begin(), front.cells.end(), [&](const Cell& other) { return std::abs(cell.left - other.left) <= tolerance; }) ||
             std::any_of(above.cells.begin(), above.cells.end(), [&](const Cell& other) { return std::abs(cell.left - other.left) <= tolerance; });
    });
    return shared >= 1;
  }

  void mark(std::vector<Row>& rows) {
    if (rows.empty()) return;
    std::vector<int> columns;
    for (const auto& row : rows)
      for (const auto& cell : row.cells) columns.push_back(cell.left);
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end(), [](int a, int b) { return b - a <= 2 * tolerance; }), columns.end());
    int number = 0;
    for (const auto& row : rows) {
      for (const auto& cell : row.cells) {
        auto& start = plan_[cell.first];
        const bool first = &cell == &row.cells.front();
        start.opens_table = first && number == 0;
        start.opens_row = first;
        start.opens_cell = true;
        start.closes = static_cast<std::uint8_t>(start.closes + (!first ? 1 : number > 0 ? 2 : 0));
        start.row = number;
        const auto next = std::upper_bound(columns.begin(), columns.end(), cell.left);
        start.column = static_cast<int>(next - columns.begin()) - 1;
        start.room = next == columns.end() ? 0 : *next - cell.left;
      }
      ++number;
    }
    const auto last = rows.back().cells.back().last;
    constexpr int table_row_cell = 3;
    if (last < lines_.size() && lines_[last].page == lines_[last - 1].page) plan_[last].closes = table_row_cell;
    else plan_[last - 1].closes_after = table_row_cell;
    rows.clear();
  }

  const std::vector<PageLine>& lines_;
  const PageStyle& style_;
  const std::vector<std::size_t>& entries_;
  std::vector<LineStart>& plan_;
};

}  // namespace

void find_page_tables(const std::vector<PageLine>& lines, const PageStyle& style, const std::vector<std::size_t>& entries, std::vector<LineStart>& plan) { Finder(lines, style, entries, plan).find(); }

}  // namespace protokoll::html

#include <algorithm>
#include <set>

#include "facts/attendance/attendance_columns.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

struct CodedColumn {
  int column = 0;
  std::optional<Standing> standing;
};

// What one of the codes does not say, the others may: the second absence beside none that is excused, the one that is left.
void settle(std::vector<CodedColumn>& columns) {
  const auto count = [&](std::optional<Standing> standing) {
    return std::count_if(columns.begin(), columns.end(), [&](const CodedColumn& column) { return column.standing == standing; });
  };
  const auto first = [&](std::optional<Standing> standing) {
    return std::find_if(columns.begin(), columns.end(), [&](const CodedColumn& column) { return column.standing == standing; });
  };
  if (count(Standing::absent) == 2 && count(Standing::excused) == 0) first(Standing::absent)->standing = Standing::excused;
  if (count(std::nullopt) == 1)
    for (const auto standing : {Standing::present, Standing::absent, Standing::excused})
      if (count(standing) == 0) {
        first(std::nullopt)->standing = standing;
        break;
      }
}

}  // namespace

bool AttendanceTable::holds_marks(int index) const {
  std::size_t marks = 0;
  for (auto row = std::next(rows_.begin()); row != rows_.end(); ++row) {
    const auto cell = trim(cell_of(row->second, index), U"-–—.");
    if (cell.empty()) continue;
    constexpr std::size_t longest_mark = 4;
    if (cell.size() > longest_mark || presence_.read(cell) != Standing::present) return false;
    ++marks;
  }
  return marks > 0;
}

std::map<int, Standing> AttendanceTable::coded_columns() const {
  constexpr std::size_t longest_code = 6;  // bytes
  std::vector<CodedColumn> columns;
  for (const auto& [index, text] : rows_.begin()->second) {
    const auto label = trim(text, label_edges);
    if (label.empty() || label.size() > longest_code || has_digit(label) || !holds_marks(index)) continue;
    const auto standing = presence_.read(label);
    columns.push_back({index, standing && is_attendance(*standing) ? standing : std::nullopt});
  }
  constexpr std::size_t most = 3;
  if (columns.size() < 2 || columns.size() > most) return {};
  const bool coded = std::any_of(columns.begin(), columns.end(), [](const CodedColumn& column) { return column.standing.has_value(); });
  if (!coded) return {};
  settle(columns);
  std::map<int, Standing> meant;
  std::set<Standing> taken;
  for (const auto& column : columns)
    if (column.standing && taken.insert(*column.standing).second) meant[column.column] = *column.standing;
  return meant.size() == columns.size() ? meant : std::map<int, Standing>{};
}

}  // namespace protokoll

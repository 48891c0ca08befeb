#include <algorithm>

#include "facts/attendance/attendance_columns.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

namespace protokoll {


void AttendanceTable::find_presence() {
  drop_unmarked();
  if (!standing_columns_.empty()) {
    if (standing_columns_.size() == 1) {
      presence_column_ = standing_columns_.begin()->first;
      presence_.learn(column(presence_column_));
      standing_columns_.clear();
    }
    return;
  }
  std::vector<int> found;
  std::map<int, bool> columns;
  for (const auto& [index, row] : rows_)
    for (const auto& cell : row) columns[cell.first] = true;
  for (const auto& [index, unused] : columns) {
    if (index == name_ || index == second_) continue;
    const auto cells = column(index);
    if (cells.size() * 2 < rows_.size() && !day_over(index)) continue;
    const auto said = std::count_if(cells.begin(), cells.end(), [&](std::string_view cell) { return presence_.read(cell).has_value(); });
    auto short_cells = std::count_if(cells.begin(), cells.end(), [](std::string_view cell) { return words(cell).size() <= 6; });
    if (static_cast<std::size_t>(said) * 5 >= cells.size() * 3 && static_cast<std::size_t>(short_cells) == cells.size()) found.push_back(index);
  }
  if (found.size() > 1) found = of_this_day(found);
  // Beside it another may tell who gets the minutes.
  std::erase_if(found, [&](int index) { return found.size() > 1 && !presence_.explains(column(index)); });
  if (found.size() == 1) {
    presence_column_ = found.front();
    presence_.learn(column(presence_column_));
  }
}

void AttendanceTable::drop_unmarked() {
  if (standing_columns_.size() < 2) return;
  std::erase_if(standing_columns_, [&](const auto& standing) {
    const auto cells = column(standing.first);
    const auto said = std::count_if(cells.begin(), cells.end(), [&](std::string_view cell) { return cell.size() <= 4 || presence_.read(cell).has_value(); });
    return !cells.empty() && static_cast<std::size_t>(said) * 2 < cells.size();
  });
}

std::optional<Day> AttendanceTable::day_over(int index) const {
  if (!has_header_) return std::nullopt;
  const auto label = trim(cell_of(rows_.begin()->second, index), label_edges);
  if (const auto month = context_.language.month(label)) return Day{0, *month, 0};
  const auto dates = find_dates(label, context_.language);
  return dates.size() == 1 && !dates.front().ambiguous && is_only_date(label, dates.front().text) ? std::optional(dates.front().last) : std::nullopt;
}

std::vector<int> AttendanceTable::of_this_day(const std::vector<int>& columns) {
  const auto met = first_day(context_.minutes.meeting.date.value);
  for (const auto index : columns)
    if (const auto day = day_over(index)) {
      matrix_ = true;
      if (met && day->month == met->month && (day->day == 0 || day->day == met->day)) return {index};
    }
  return matrix_ ? std::vector<int>{} : columns;
}

std::optional<Standing> AttendanceTable::standing_in(const TableRow& row) const {
  auto standing = section_.value_or(whole_);
  if (!standing_columns_.empty()) {
    std::optional<Standing> marked;
    for (const auto& [column, meaning] : standing_columns_) {
      const auto cell = cell_of(row, column);
      if (trim(cell, U"-–—.").empty()) continue;
      const auto mark = presence_.read(cell);
      if (mark == Standing::absent && meaning == Standing::present) marked = marked.value_or(Standing::absent);
      else if (mark != Standing::absent) marked = meaning;
    }
    if (!marked) return std::nullopt;
    standing = *marked;
  } else if (presence_column_ >= 0) {
    const auto cell = cell_of(row, presence_column_);
    if (presence_.is_void(cell)) return std::nullopt;
    const auto mark = presence_.read(cell);
    if (mark) standing = *mark;
    else if (section_) standing = *section_;
    else if (trim(cell, U"-–—.☐").empty()) standing = Standing::absent;
    else if (cell.empty()) return std::nullopt;
  }
  for (const auto& [index, cell] : row) {
    if (index == name_ || index == second_ || index == presence_column_ || standing_columns_.contains(index) || cell.empty() || words(cell).size() > 5) continue;
    const auto said = context_.reading.classes(cell);
    if (standing == Standing::absent && said.has(WordClass::excused) && !said.has(WordClass::negation) && !said.has(WordClass::absent)) standing = Standing::excused;
    if (standing == Standing::present && presence_column_ < 0 && standing_columns_.empty())
      if (const auto own = standing_of(cell, context_); own && (*own == Standing::excused || *own == Standing::absent)) standing = *own;
    if (standing == Standing::present && (context_.language.is_label(cell, "guests") || (context_.reading.classes(first_word(cell)).has(WordClass::guest) && !said.any({WordClass::office, WordClass::members})))) standing = Standing::guest;
  }
  return standing;
}

}  // namespace protokoll

#include "facts/attendance/attendance_table.hpp"

#include <algorithm>

#include "facts/attendance/attendance_columns.hpp"
#include "facts/votes/vote_table.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// Somebody in it has more than one name.
bool is_whole(const NameList& list) {
  return std::any_of(list.people.begin(), list.people.end(), [](const NameEntry& entry) { return words(entry.name).size() > 1; });
}

}  // namespace

bool AttendanceTable::read() {
  if (rows_.size() < 2) return false;
  if (is_list_of_labels()) return lists_beside();
  find_header();
  if (names_in_columns() || (header_ != TableHeader::aligned && groups_beside())) return true;
  if (names_everywhere()) return true;
  if (!find_name_column()) return false;
  find_presence();
  if (standing_columns_.empty() && presence_column_ < 0 && (header_ == TableHeader::aligned ? participants_ < 0 && !labelled_rows() : !all_present())) return false;
  for (const auto& [index, row] : rows_)
    if (!(has_header_ && index == rows_.begin()->first)) read_row(row);
  return true;
}

bool AttendanceTable::is_data(int index, const TableRow& row) const {
  if (has_header_ && index == rows_.begin()->first) return false;
  return std::count_if(row.begin(), row.end(), [](const auto& cell) { return !cell.second.empty(); }) > 1;
}

std::vector<std::string_view> AttendanceTable::column(int index) const {
  std::vector<std::string_view> cells;
  for (const auto& [number, row] : rows_)
    if (!(has_header_ && number == rows_.begin()->first))
      if (const auto cell = cell_of(row, index); !cell.empty()) cells.push_back(cell);
  return cells;
}

bool AttendanceTable::is_list_of_labels() const {
  std::size_t known = 0;
  for (const auto& [index, row] : rows_) {
    const auto label = row.empty() ? std::string_view{} : row.begin()->second;
    const auto standing = standing_of(label, context_);
    if (row.begin()->first != 0 || row.size() < 2 || (!standing && !is_other_label(label, context_))) return false;
    known += standing && is_attendance(*standing);
  }
  return known > 1;
}

bool AttendanceTable::lists_beside() {
  if (std::all_of(rows_.begin(), rows_.end(), [](const auto& row) { return row.second.size() == 2; })) return false;
  for (const auto& [index, row] : rows_) {
    const auto standing = standing_of(row.begin()->second, context_);
    for (auto cell = std::next(row.begin()); cell != row.end(); ++cell)
      if (auto list = read_list(cell->second, ListShape::list, context_); standing && is_attendance(*standing) && list.others == 0 && is_whole(list)) reader_.add(*standing, std::move(list.people), {});
  }
  return true;
}

bool AttendanceTable::all_present() {
  if (matrix_) return false;
  const auto above = reader_.standing();
  if (above && is_attendance(*above)) {
    whole_ = *above;
    return !tasks_ || is_name_label(cell_of(rows_.begin()->second, name_), context_);
  }
  if (tasks_) return false;
  const bool named = has_header_ && context_.language.is_label(trim(cell_of(rows_.begin()->second, name_), label_edges), "name");
  if (const auto before = reader_.standing_before(); before && is_attendance(*before) && named) {
    whole_ = *before;
    return true;
  }
  if (participants_ >= 0 || labelled_rows()) return true;
  if (!named) return false;
  return rows_.size() > 3 && rows_.begin()->second.size() <= 7;
}

bool AttendanceTable::labelled_rows() const {
  const auto& first = rows_.begin()->second;
  if (has_header_ || name_ == 0 || first.empty()) return false;
  const auto standing = standing_of(first.begin()->second, context_);
  return standing && is_attendance(*standing);
}

void AttendanceTable::read_row(const TableRow& row) {
  if (name_ > 0 && !row.empty() && row.begin()->first < name_)
    if (const auto standing = standing_of(row.begin()->second, context_); standing && is_attendance(*standing)) section_ = standing;
  if (std::any_of(row.begin(), row.end(), [&](const auto& cell) { return presence_.is_legend(cell.second); })) return;
  std::string_view only;
  std::size_t filled = 0;
  for (const auto& [index, cell] : row)
    if (!cell.empty()) {
      only = cell;
      ++filled;
    }
  if (filled == 1)
    if (const auto standing = standing_of(only, context_); standing && is_attendance(*standing)) {
      section_ = standing;
      return;
    }
  auto name = cell_of(row, name_);
  if (second_ >= 0 && name.empty()) name = cell_of(row, second_);
  if (name.empty()) return;
  auto people = read_list(name, shape_, context_).people;
  // First and last name stay in the order of their columns.
  if (const auto further = cell_of(row, second_); second_ >= 0 && people.size() == 1 && !further.empty() && further != name) people.front().name = join(people.front().name, further);
  const auto standing = standing_in(row);
  if (!standing || people.empty()) return;
  std::string_view role;
  for (const auto& [index, cell] : row)
    if (index != name_ && index != second_ && index != presence_column_ && !standing_columns_.contains(index) && !cell.empty()) {
      if (is_office(cell, context_)) role = role.empty() ? cell : role;
      else if (!tasks_ && shape_ != ListShape::list && people.front().affiliation.empty() && words(cell).size() <= 6 && cell.size() > 1 && !names_an_item(cell, context_) && !matrix_ && !context_.reading.classes(cell).any({WordClass::deadline, WordClass::arrive, WordClass::leave})) people.front().affiliation = cell;
    }
  if (people.front().role.empty()) people.front().role = role;
  reader_.add(*standing, std::move(people), role);
}

namespace {

// "| Ann Leek | Tom Wye" over "Present | x |" and "Apologies | | x": who came by column.
bool read_turned(const TableCells& rows, const Context& context, AttendanceReader& reader) {
  constexpr std::size_t fewest = 3;
  const auto& header = rows.begin()->second;
  if (rows.size() < fewest || header.size() < 2) return false;
  std::map<int, Standing> marked;
  for (auto row = std::next(rows.begin()); row != rows.end(); ++row) {
    const auto standing = standing_of(trim(cell_of(row->second, 0), label_edges), context);
    if (!standing || !is_attendance(*standing)) return false;
    for (const auto& [column, cell] : row->second) {
      if (column == 0 || trim(cell, U"-–—.").empty()) continue;
      if (!context.language.has("presence_marks", trim(cell))) return false;
      marked.emplace(column, *standing);
    }
  }
  const auto named = [&](const auto& mark) { return is_name_cell(cell_of(header, mark.first), context); };
  if (marked.size() < 2 || !std::all_of(marked.begin(), marked.end(), named)) return false;
  for (const auto& [column, standing] : marked) reader.add(standing, read_list(cell_of(header, column), ListShape::one, context).people, {});
  return true;
}

}  // namespace

bool read_attendance_table(const TableCells& rows, TableHeader header, PresenceMarks marks, AttendanceReader& reader, Context& context) {
  if (may_be_roll_call(rows, context)) return false;
  if (read_turned(rows, context, reader)) return true;
  if (begins_with_caption(rows, context)) {
    const TableCells below(std::next(rows.begin()), rows.end());
    return AttendanceTable(below, header, marks, reader, context).read();
  }
  if (const auto mended = with_header_over_marks(rows, context)) return AttendanceTable(*mended, header, marks, reader, context).read();
  if (const auto merged = with_one_header(rows, context)) return AttendanceTable(*merged, header, marks, reader, context).read();
  return AttendanceTable(rows, header, marks, reader, context).read();
}

}  // namespace protokoll

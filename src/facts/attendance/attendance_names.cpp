#include <algorithm>

#include "facts/attendance/attendance_columns.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// "n/a", "–", "none"
bool is_nobody(std::string_view cell, const Context& context) {
  cell = trim(cell, U".-–—*_ ");
  return cell.empty() || context.language.has("no_names", cell);
}

// "Staff | Mia Ott, Jo Kern" over "Students | Lee Fox, Ann Ray": several whole names in most cells.
bool holds_lists(const std::vector<std::string_view>& cells, const Context& context) {
  const auto lists = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](std::string_view cell) { return is_list_cell(cell, context); }));
  return lists > 1 && lists * 2 > cells.size();
}

bool is_single_word(std::string_view cell) {
  const auto parts = words(cell);
  return !parts.empty() && parts.size() <= 3 && is_letter(first_character(cell));
}

}  // namespace

bool is_name_cell(std::string_view cell, const Context& context) {
  if (cell.empty() || words(cell).size() > 12 || is_office(cell, context)) return false;
  const auto list = read_list(cell, ListShape::one, context);
  return list.people.size() == 1 && list.others == 0 && list.people.front().likeness >= Likeness::plain;
}

bool is_list_cell(std::string_view cell, const Context& context) {
  constexpr std::size_t longest = 3000;
  if (cell.size() > longest) return false;
  const auto list = read_list(cell, ListShape::list, context);
  return list.people.size() > 1 && list.others == 0 && list.sure == static_cast<int>(list.people.size()) && std::all_of(list.people.begin(), list.people.end(), is_full);
}

bool is_name_label(std::string_view label, const Context& context) {
  const auto is_label = [&](std::string_view text) { return context.language.is_label(text, "name"); };
  constexpr std::size_t most_words = 4;
  return is_label(label) || (!label.empty() && words(label).size() <= most_words && (is_label(first_word(label)) || is_label(last_word(label))));
}

bool AttendanceTable::names_in_columns() {
  if (standing_columns_.empty()) return false;
  std::size_t names = 0, cells = 0;
  for (const auto& [index, row] : rows_) {
    if (index == rows_.begin()->first) continue;
    for (const auto& [column, standing] : standing_columns_)
      if (const auto cell = cell_of(row, column); !is_nobody(cell, context_)) {
        ++cells;
        const auto list = read_list(cell, ListShape::list, context_);
        names += !presence_.read(cell) && !list.people.empty() && list.others <= static_cast<int>(list.people.size());
      }
  }
  if (cells == 0 || names * 4 < cells * 3) return false;
  const auto several = std::count_if(std::next(rows_.begin()), rows_.end(), [&](const auto& row) { return read_list(cell_of(row.second, standing_columns_.begin()->first), ListShape::list, context_).sure > 1; });
  // One such column is that of the names; the others tell of each.
  if (standing_columns_.size() == 1 && rows_.begin()->second.size() > 1 && static_cast<std::size_t>(several) * 2 < cells) {
    participants_ = standing_columns_.begin()->first;
    whole_ = standing_columns_.begin()->second;
    standing_columns_.clear();
    return false;
  }
  for (const auto& [index, row] : rows_)
    if (index != rows_.begin()->first)
      for (const auto& [column, standing] : standing_columns_) reader_.add(standing, read_list(cell_of(row, column), ListShape::list, context_).people, {});
  return true;
}

bool AttendanceTable::names_everywhere() {
  const auto above = reader_.standing();
  if (has_header_ || !above || !is_attendance(*above) || rows_.begin()->second.size() < 2) return false;
  std::map<int, std::pair<int, int>> columns;  // cells, whole names
  int cells = 0, named = 0;
  for (const auto& [index, row] : rows_)
    for (const auto& [column, cell] : row) {
      if (cell.empty()) continue;
      ++cells;
      const auto list = read_list(cell, ListShape::one, context_);
      const bool somebody = list.people.size() == 1 && list.others == 0;
      named += somebody;
      ++columns[column].first;
      columns[column].second += somebody && list.sure == 1 && words(list.people.front().name).size() > 1;
    }
  const auto is_of_names = [](const auto& column) { return column.second.second * 2 >= column.second.first; };
  if (named * 5 < cells * 4 || columns.size() < 2 || !std::all_of(columns.begin(), columns.end(), is_of_names)) return false;
  for (const auto& [index, row] : rows_)
    for (const auto& [column, cell] : row) reader_.add(*above, read_list(cell, ListShape::one, context_).people, {});
  return true;
}

bool AttendanceTable::groups_beside() {
  std::size_t lists = 0, known = 0, data = 0;
  for (const auto& [index, row] : rows_) {
    if (row.size() != 2) return false;
    const auto label = row.begin()->second, value = std::next(row.begin())->second;
    const auto standing = standing_of(label, context_);
    if (standing == Standing::present) return false;
    if (!standing && is_other_label(label, context_)) return false;
    ++data;
    known += standing && is_attendance(*standing);
    const auto list = read_list(value, ListShape::list, context_);
    lists += !list.people.empty() && list.others <= static_cast<int>(list.people.size());
  }
  if (known == 0 || lists * 4 < data * 3 || data < 3) return false;
  for (const auto& [index, row] : rows_) {
    const auto label = row.begin()->second;
    const auto standing = standing_of(label, context_).value_or(Standing::present);
    reader_.add(standing, read_list(std::next(row.begin())->second, ListShape::list, context_).people, label);
  }
  return true;
}

bool AttendanceTable::find_name_column() {
  std::map<int, std::size_t> names, single, sure;
  std::size_t data = 0;
  std::vector<std::string_view> cells;
  for (const auto& [index, row] : rows_) {
    if (!is_data(index, row)) continue;
    ++data;
    for (const auto& [column, cell] : row) {
      const bool named = is_name_cell(cell, context_);
      names[column] += named;
      sure[column] += named && read_list(cell, ListShape::one, context_).sure > 0;
      single[column] += is_single_word(cell) && words(cell).size() == 1;
    }
  }
  if (data == 0) return false;
  if (has_header_)
    for (const auto& [column, text] : rows_.begin()->second)
      if (name_ < 0 && names[column] * 2 >= data && is_name_label(trim(text, label_edges), context_)) name_ = column;
  if (name_ < 0 && participants_ >= 0 && names[participants_] * 5 >= data * 3) name_ = participants_;
  std::size_t most = 0;
  if (name_ < 0)
    for (const auto& [column, count] : names)
      if (const auto weight = count + sure[column]; count * 5 >= data * 3 && weight > most && !standing_columns_.contains(column)) {
        most = weight;
        name_ = column;
      }
  if (name_ < 0 || names[name_] * 5 < data * 3) return false;
  find_second(names, single, data);
  for (const auto& [index, row] : rows_)
    if (is_data(index, row)) cells.push_back(cell_of(row, name_));
  shape_ = shape_of(cells, context_) == ListShape::reversed ? ListShape::reversed : holds_lists(cells, context_) ? ListShape::list : ListShape::one;
  return true;
}

void AttendanceTable::find_second(std::map<int, std::size_t>& names, std::map<int, std::size_t>& single, std::size_t data) {
  if (labelled_second()) return;
  if (single[name_] * 5 < data * 3 || standing_columns_.contains(name_)) return;
  const auto given = [&](int index) {
    const auto cells = column(index);
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](std::string_view cell) { return context_.language.has("given_names", first_word(cell)); }));
  };
  for (const auto other : {name_ - 1, name_ + 1}) {
    if (names[other] * 5 < data * 4 || single[other] * 5 < data * 3 || standing_columns_.contains(other)) continue;
    const auto here = given(name_), there = given(other);
    if (std::max(here, there) * 4 < data || std::min(here, there) * 2 > std::max(here, there)) continue;
    name_ = std::min(name_, other);
    second_ = name_ + 1;
    return;
  }
}

bool AttendanceTable::labelled_second() {
  if (!has_header_) return false;
  const auto& header = rows_.begin()->second;
  for (const auto& [column, text] : header) {
    if (!context_.language.has("first_name_labels", trim(text, label_edges))) continue;
    for (const auto other : {column - 1, column + 1}) {
      const auto label = trim(cell_of(header, other), label_edges);
      if (!context_.language.has("last_name_labels", label) && !is_name_label(label, context_)) continue;
      name_ = std::min(column, other);
      second_ = name_ + 1;
      return true;
    }
  }
  return false;
}

}  // namespace protokoll

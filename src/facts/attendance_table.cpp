#include "facts/attendance_table.hpp"

#include <algorithm>
#include <map>

#include "analysis/table_cells.hpp"
#include "analysis/text.hpp"
#include "facts/presence_marks.hpp"
#include "facts/dates.hpp"
#include "facts/times.hpp"

namespace protokoll {
namespace {

constexpr std::u32string_view edges = U":.*?_";

bool is_name_cell(std::string_view cell, const Context& context) {
  if (cell.empty() || words(cell).size() > 12 || is_office(cell, context)) return false;
  const auto list = read_list(cell, ListShape::one, context);
  return list.people.size() == 1 && list.others == 0 && list.people.front().likeness >= Likeness::plain;
}

bool is_single_word(std::string_view cell) {
  const auto parts = words(cell);
  return !parts.empty() && parts.size() <= 3 && is_letter(first_character(cell));
}

// A table of people: which column says what.
class AttendanceTable {
 public:
  AttendanceTable(const TableCells& rows, TableHeader header, PresenceMarks& presence, AttendanceReader& reader, Context& context)
      : rows_(rows), header_(header), presence_(presence), reader_(reader), context_(context) {}

  // Whether it is one; reads it then.
  bool read() {
    if (rows_.size() < 2) return false;
    find_header();
    if (header_ != TableHeader::aligned && (names_in_columns() || groups_beside())) return true;
    if (!find_name_column()) return false;
    find_presence();
    if (standing_columns_.empty() && presence_column_ < 0 && (header_ == TableHeader::aligned || !all_present())) return false;
    for (const auto& [index, row] : rows_)
      if (!(has_header_ && index == rows_.begin()->first)) read_row(row);
    return true;
  }

 private:
  [[nodiscard]] bool is_data(int index, const TableRow& row) const {
    if (has_header_ && index == rows_.begin()->first) return false;
    return std::count_if(row.begin(), row.end(), [](const auto& cell) { return !cell.second.empty(); }) > 1;
  }

  void find_header() {
    const auto& first = rows_.begin()->second;
    bool named = false, called = header_ == TableHeader::marked;
    for (const auto& [column, text] : first) {
      const auto label = trim(text, edges);
      const auto standing = standing_of(label, context_);
      called = called || context_.language.is_label(label, "name");
      named = named || (standing && is_attendance(*standing));
      if (standing && is_attendance(*standing) && !context_.language.is_label(label, "name")) standing_columns_[column] = *standing;
      if (standing && context_.language.is_label(label, "name")) participants_ = column;
      if (context_.language.is_label(label, "who") && !context_.language.is_label(label, "name")) tasks_ = true;
      if (context_.language.is_label(label, "what") || context_.language.is_label(label, "due")) tasks_ = true;
    }
    const auto names = std::count_if(first.begin(), first.end(), [&](const auto& cell) { return is_name_cell(cell.second, context_); });
    // "Present | Chairman | Mrs Ott": the first row already names somebody.
    has_header_ = called || ((named || first.size() > 1) && (names == 0 || standing_columns_.size() > 1));
    if (!has_header_) standing_columns_.clear();
  }

  // "Present | Apologies | Absent" with names below.
  bool names_in_columns() {
    if (standing_columns_.empty()) return false;
    std::size_t names = 0, cells = 0;
    for (const auto& [index, row] : rows_) {
      if (index == rows_.begin()->first) continue;
      for (const auto& [column, standing] : standing_columns_)
        if (const auto cell = cell_of(row, column); !cell.empty()) {
          ++cells;
          const auto list = read_list(cell, ListShape::list, context_);
          names += !presence_.read(cell) && !list.people.empty() && list.others <= static_cast<int>(list.people.size());
        }
    }
    if (cells == 0 || names * 4 < cells * 3) return false;
    // One such column is that of the names; the others tell of each.
    if (standing_columns_.size() == 1 && rows_.begin()->second.size() > 1) {
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

  // Groups in the first column, their people in the second, some of them called excused or guests.
  bool groups_beside() {
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

  bool find_name_column() {
    std::map<int, std::size_t> names, single;
    std::size_t data = 0;
    std::vector<std::string_view> cells;
    for (const auto& [index, row] : rows_) {
      if (!is_data(index, row)) continue;
      ++data;
      for (const auto& [column, cell] : row) {
        names[column] += is_name_cell(cell, context_);
        single[column] += is_single_word(cell) && words(cell).size() == 1;
      }
    }
    if (data == 0) return false;
    if (has_header_)
      for (const auto& [column, text] : rows_.begin()->second)
        if (name_ < 0 && names[column] * 2 >= data && context_.language.is_label(trim(text, edges), "name")) name_ = column;
    if (name_ < 0 && participants_ >= 0) name_ = participants_;
    std::size_t most = 0;
    if (name_ < 0)
      for (const auto& [column, count] : names)
        if (count > most && !standing_columns_.contains(column)) {
          most = count;
          name_ = column;
        }
    if (name_ < 0 || names[name_] * 5 < data * 3) return false;
    find_second(names, single, data);
    for (const auto& [index, row] : rows_)
      if (is_data(index, row)) cells.push_back(cell_of(row, name_));
    shape_ = shape_of(cells, context_) == ListShape::reversed ? ListShape::reversed : ListShape::one;
    return true;
  }

  // Last and first name in two columns: one holds given names, the other none.
  void find_second(std::map<int, std::size_t>& names, std::map<int, std::size_t>& single, std::size_t data) {
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

  // The column of the marks, where no header says so.
  void find_presence() {
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
      if (cells.size() * 2 < rows_.size() && !(has_header_ && context_.language.month(trim(cell_of(rows_.begin()->second, index), edges)))) continue;
      const auto said = std::count_if(cells.begin(), cells.end(), [&](std::string_view cell) { return presence_.read(cell).has_value(); });
      auto short_cells = std::count_if(cells.begin(), cells.end(), [](std::string_view cell) { return words(cell).size() <= 6; });
      if (static_cast<std::size_t>(said) * 5 >= cells.size() * 3 && static_cast<std::size_t>(short_cells) == cells.size()) found.push_back(index);
    }
    if (found.size() > 1) found = of_this_month(found);
    if (found.size() == 1) {
      presence_column_ = found.front();
      presence_.learn(column(presence_column_));
    }
  }

  // "Attendee | Mar | Apr | Jun": the column of this meeting's month; none says anything if it is not there.
  [[nodiscard]] std::vector<int> of_this_month(const std::vector<int>& columns) {
    const auto& date = context_.minutes.meeting.date.value;
    constexpr std::size_t month_at = 5;
    const auto month = date.size() > month_at + 1 ? context_.language.number(date.substr(month_at, 2)) : std::nullopt;
    for (const auto index : columns)
      if (const auto named = context_.language.month(trim(cell_of(rows_.begin()->second, index), edges))) {
        matrix_ = true;
        if (month == named) return {index};
      }
    return {};
  }

  [[nodiscard]] std::vector<std::string_view> column(int index) const {
    std::vector<std::string_view> cells;
    for (const auto& [number, row] : rows_)
      if (!(has_header_ && number == rows_.begin()->first))
        if (const auto cell = cell_of(row, index); !cell.empty()) cells.push_back(cell);
    return cells;
  }

  // Everybody in it was there: a label says so, or it lists names and what they are.
  [[nodiscard]] bool all_present() {
    if (tasks_ || matrix_) return false;
    const auto above = reader_.standing();
    if (above && is_attendance(*above)) {
      whole_ = *above;
      return true;
    }
    if (participants_ >= 0 || labelled_rows()) return true;
    if (!has_header_ || !context_.language.is_label(trim(cell_of(rows_.begin()->second, name_), edges), "name")) return false;
    return rows_.size() > 3 && rows_.begin()->second.size() <= 7;
  }

  // "Present" beside the first of those who were.
  [[nodiscard]] bool labelled_rows() const {
    const auto& first = rows_.begin()->second;
    if (has_header_ || name_ == 0 || first.empty()) return false;
    const auto standing = standing_of(first.begin()->second, context_);
    return standing && is_attendance(*standing);
  }

  void read_row(const TableRow& row) {
    if (name_ > 0 && !row.empty() && row.begin()->first < name_)
      if (const auto standing = standing_of(row.begin()->second, context_); standing && is_attendance(*standing)) section_ = standing;
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
    if (second_ >= 0 && !cell_of(row, second_).empty()) name = name.empty() ? cell_of(row, second_) : join(name, cell_of(row, second_));
    if (name.empty()) return;
    auto people = read_list(name, second_ >= 0 ? ListShape::list : shape_, context_).people;
    if (second_ >= 0 && people.size() == 1) people.front().name = name;
    const auto standing = standing_in(row);
    if (!standing || people.empty()) return;
    std::string_view role;
    for (const auto& [index, cell] : row)
      if (index != name_ && index != second_ && index != presence_column_ && !standing_columns_.contains(index) && !cell.empty()) {
        if (is_office(cell, context_)) role = role.empty() ? cell : role;
        else if (people.front().affiliation.empty() && words(cell).size() <= 6 && cell.size() > 1 && !matrix_) people.front().affiliation = cell;
      }
    if (people.front().role.empty()) people.front().role = role;
    reader_.add(*standing, std::move(people), role);
  }

  // What a row says of its person.
  [[nodiscard]] std::optional<Standing> standing_in(const TableRow& row) const {
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
      if (standing == Standing::present && (context_.language.is_label(cell, "guests") || (said.has(WordClass::guest) && !said.has(WordClass::office) && words(cell).size() == 1))) standing = Standing::guest;
    }
    return standing;
  }

  const TableCells& rows_;
  TableHeader header_;
  PresenceMarks& presence_;
  AttendanceReader& reader_;
  Context& context_;
  bool has_header_ = false, tasks_ = false, matrix_ = false;
  int name_ = -1, second_ = -1, presence_column_ = -1, participants_ = -1;
  std::map<int, Standing> standing_columns_;
  Standing whole_ = Standing::present;
  std::optional<Standing> section_;
  ListShape shape_ = ListShape::one;
};

// "Attendance of the board" alone in the row above "Name | Office | Present".
bool begins_with_caption(const TableCells& rows, const Context& context) {
  if (rows.size() < 3) return false;
  const auto &first = rows.begin()->second, &second = std::next(rows.begin())->second;
  if (std::count_if(first.begin(), first.end(), [](const auto& cell) { return !cell.second.empty(); }) != 1) return false;
  return second.size() > 1 && std::any_of(second.begin(), second.end(), [&](const auto& cell) { return context.language.is_label(trim(cell.second, edges), "name"); });
}

}  // namespace

bool read_attendance_table(const TableCells& rows, TableHeader header, PresenceMarks marks, AttendanceReader& reader, Context& context) {
  if (begins_with_caption(rows, context)) {
    const TableCells below(std::next(rows.begin()), rows.end());
    return AttendanceTable(below, header, marks, reader, context).read();
  }
  return AttendanceTable(rows, header, marks, reader, context).read();
}

}  // namespace protokoll

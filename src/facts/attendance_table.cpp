#include "facts/attendance_table.hpp"

#include <algorithm>
#include <map>

#include "analysis/table_cells.hpp"
#include "analysis/text.hpp"
#include "facts/vote_table.hpp"
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

// "Member", "Attendee name", "Name of the owner"
bool is_name_label(std::string_view label, const Context& context) {
  const auto is_label = [&](std::string_view text) { return context.language.is_label(text, "name"); };
  constexpr std::size_t most_words = 4;
  return is_label(label) || (!label.empty() && words(label).size() <= most_words && (is_label(first_word(label)) || is_label(last_word(label))));
}

// Somebody in it has more than one name.
bool is_whole(const NameList& list) {
  return std::any_of(list.people.begin(), list.people.end(), [](const NameEntry& entry) { return words(entry.name).size() > 1; });
}

// "n/a", "–", "none"
bool is_nobody(std::string_view cell, const Context& context) {
  cell = trim(cell, U".-–—*_ ");
  return cell.empty() || context.language.has("no_names", cell);
}

// "zu TOP 2": when somebody was there.
bool names_an_item(std::string_view cell, const Context& context) {
  const auto parts = words(cell);
  return has_digit(cell) && std::any_of(parts.begin(), parts.end(), [&](std::string_view word) { return context.language.has("item_words", word); });
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
      // "Name | Office | da?"
      const bool marked = words(label).size() == 1 && label.size() > 1 && context_.language.has("presence_marks", label);
      const auto standing = marked ? Standing::present : standing_of(label, context_);
      called = called || is_name_label(label, context_) || context_.language.has("last_name_labels", label);
      named = named || (standing && is_attendance(*standing));
      if (standing && is_attendance(*standing) && !context_.language.is_label(label, "name")) standing_columns_[column] = *standing;
      if (standing && context_.language.is_label(label, "name")) participants_ = column;
      if (context_.language.is_label(label, "who") && !context_.language.is_label(label, "name")) tasks_ = true;
      if (context_.language.is_label(label, "what") || context_.language.is_label(label, "due")) tasks_ = true;
    }
    const auto names = std::count_if(first.begin(), first.end(), [&](const auto& cell) { return is_name_cell(cell.second, context_); });
    // "Present | Chairman | Mrs Ott": the first row already names somebody.
    has_header_ = called || heads_marks() || heads_names() || ((named || first.size() > 1) && (names == 0 || standing_columns_.size() > 1));
    if (!has_header_) standing_columns_.clear();
  }

  // "Unit | Owner | Status" over marks: what stands over a column of marks is none of them.
  [[nodiscard]] bool heads_marks() const {
    for (const auto& [index, text] : rows_.begin()->second) {
      std::size_t cells = 0, said = 0, same = 0;
      for (auto row = std::next(rows_.begin()); row != rows_.end(); ++row) {
        const auto cell = cell_of(row->second, index);
        cells += !cell.empty();
        same += cell == text;
        said += presence_.read(cell).has_value();
      }
      constexpr std::size_t fewest = 3;
      if (!text.empty() && cells >= fewest && said * 5 >= cells * 4 && same == 0) return true;
    }
    return false;
  }

  // "Present | Mia Ott, Jo Kern" over "Apologies | Lee Fox".
  [[nodiscard]] bool is_list_of_labels() const {
    std::size_t known = 0;
    for (const auto& [index, row] : rows_) {
      const auto label = row.empty() ? std::string_view{} : row.begin()->second;
      const auto standing = standing_of(label, context_);
      if (row.begin()->first != 0 || row.size() < 2 || (!standing && !is_other_label(label, context_))) return false;
      known += standing && is_attendance(*standing);
    }
    return known > 1;
  }

  // With one cell beside each label its lines are read as such; several are columns of the list.
  bool lists_beside() {
    if (std::all_of(rows_.begin(), rows_.end(), [](const auto& row) { return row.second.size() == 2; })) return false;
    for (const auto& [index, row] : rows_) {
      const auto standing = standing_of(row.begin()->second, context_);
      for (auto cell = std::next(row.begin()); cell != row.end(); ++cell)
        if (auto list = read_list(cell->second, ListShape::list, context_); standing && is_attendance(*standing) && list.others == 0 && is_whole(list)) reader_.add(*standing, std::move(list.people), {});
    }
    return true;
  }

  // "Attendance | Office | Remarks": what says of a standing stands over names.
  [[nodiscard]] bool heads_names() const {
    return std::any_of(standing_columns_.begin(), standing_columns_.end(), [&](const auto& standing) {
      const auto names = std::count_if(std::next(rows_.begin()), rows_.end(), [&](const auto& row) { return is_name_cell(cell_of(row.second, standing.first), context_); });
      return names > 1 && static_cast<std::size_t>(names) * 5 >= (rows_.size() - 1) * 4;
    });
  }

  // "Present | Apologies | Absent" with names below.
  bool names_in_columns() {
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

  // Several columns of nothing but names, below a label that says what all of them are.
  bool names_everywhere() {
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
        if (name_ < 0 && names[column] * 2 >= data && is_name_label(trim(text, edges), context_)) name_ = column;
    if (name_ < 0 && participants_ >= 0 && names[participants_] * 5 >= data * 3) name_ = participants_;
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

  // "Achternaam | Voornaam", "Name | Vorname": the header tells that it takes both.
  bool labelled_second() {
    if (!has_header_) return false;
    const auto& header = rows_.begin()->second;
    for (const auto& [column, text] : header) {
      if (!context_.language.has("first_name_labels", trim(text, edges))) continue;
      for (const auto other : {column - 1, column + 1}) {
        const auto label = trim(cell_of(header, other), edges);
        if (!context_.language.has("last_name_labels", label) && !is_name_label(label, context_)) continue;
        name_ = std::min(column, other);
        second_ = name_ + 1;
        return true;
      }
    }
    return false;
  }

  // The column of the marks, where no header says so.
  void find_presence() {
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
      if (cells.size() * 2 < rows_.size() && !(has_header_ && context_.language.month(trim(cell_of(rows_.begin()->second, index), edges)))) continue;
      const auto said = std::count_if(cells.begin(), cells.end(), [&](std::string_view cell) { return presence_.read(cell).has_value(); });
      auto short_cells = std::count_if(cells.begin(), cells.end(), [](std::string_view cell) { return words(cell).size() <= 6; });
      if (static_cast<std::size_t>(said) * 5 >= cells.size() * 3 && static_cast<std::size_t>(short_cells) == cells.size()) found.push_back(index);
    }
    if (found.size() > 1) found = of_this_month(found);
    // Beside it another may tell who gets the minutes.
    std::erase_if(found, [&](int index) { return found.size() > 1 && !presence_.explains(column(index)); });
    if (found.size() == 1) {
      presence_column_ = found.front();
      presence_.learn(column(presence_column_));
    }
  }

  // Of several columns that a header calls so, those without marks say something else of each.
  void drop_unmarked() {
    if (standing_columns_.size() < 2) return;
    std::erase_if(standing_columns_, [&](const auto& standing) {
      const auto cells = column(standing.first);
      const auto said = std::count_if(cells.begin(), cells.end(), [&](std::string_view cell) { return cell.size() <= 4 || presence_.read(cell).has_value(); });
      return !cells.empty() && static_cast<std::size_t>(said) * 2 < cells.size();
    });
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
    return matrix_ ? std::vector<int>{} : columns;
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
        else if (people.front().affiliation.empty() && words(cell).size() <= 6 && cell.size() > 1 && !names_an_item(cell, context_) && !matrix_ && !context_.reading.classes(cell).any({WordClass::deadline, WordClass::arrive, WordClass::leave})) people.front().affiliation = cell;
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

namespace {

// "Name | Attendance" over "Present | Apologies | Absent": one header of two rows.
std::optional<TableCells> with_one_header(const TableCells& rows, const Context& context) {
  if (rows.size() < 3) return std::nullopt;
  const auto &first = rows.begin()->second, &second = std::next(rows.begin())->second;
  const auto is_standing = [&](const auto& cell) {
    const auto standing = standing_of(trim(cell.second, edges), context);
    return standing && is_attendance(*standing);
  };
  const auto names = [&](const auto& cell) { return words(cell.second).size() > 1 && is_name_cell(cell.second, context); };
  if (std::count_if(second.begin(), second.end(), is_standing) < 2 || std::any_of(first.begin(), first.end(), names) || std::any_of(second.begin(), second.end(), names)) return std::nullopt;
  TableCells merged(std::next(rows.begin()), rows.end());
  for (const auto& [column, text] : first)
    if (cell_of(second, column).empty()) merged.begin()->second[column] = text;
  return merged;
}

}  // namespace

namespace {

// "| Ann Leek | Tom Wye" over "Present | x |" and "Apologies | | x": who came by column.
bool read_turned(const TableCells& rows, const Context& context, AttendanceReader& reader) {
  constexpr std::size_t fewest = 3;
  const auto& header = rows.begin()->second;
  if (rows.size() < fewest || header.size() < 2) return false;
  std::map<int, Standing> marked;
  for (auto row = std::next(rows.begin()); row != rows.end(); ++row) {
    const auto standing = standing_of(trim(cell_of(row->second, 0), edges), context);
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
  if (const auto merged = with_one_header(rows, context)) return AttendanceTable(*merged, header, marks, reader, context).read();
  return AttendanceTable(rows, header, marks, reader, context).read();
}

}  // namespace protokoll

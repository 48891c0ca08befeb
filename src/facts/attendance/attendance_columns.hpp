/// A table of people while it is being read: which column says what, and what each row then says of its person.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/attendance/attendance_table.hpp"
#include "words/dates.hpp"

namespace protokoll {

/// Marks around a column's label.
constexpr std::u32string_view label_edges = U":.*?_";

/// Names one person and says no more than what belongs to that person.
[[nodiscard]] bool is_name_cell(std::string_view cell, const Context& context);
/// Names several people in full and says no more.
[[nodiscard]] bool is_list_cell(std::string_view cell, const Context& context);
/// "Member", "Attendee name", "Name of the owner"
[[nodiscard]] bool is_name_label(std::string_view label, const Context& context);

/// "Attendance of the board" alone in the row above "Name | Office | Present".
[[nodiscard]] bool begins_with_caption(const TableCells& rows, const Context& context);
/// "Name | Attendance" over "Present | Apologies | Absent": the rows below one header made of the two; nothing if it is not so.
[[nodiscard]] std::optional<TableCells> with_one_header(const TableCells& rows, const Context& context);

/// In a text whose columns blanks align, "Present Excused" may begin left of the marks below it: each word over its own column; nothing if it is not so.
[[nodiscard]] std::optional<TableCells> with_header_over_marks(const TableCells& rows, const Context& context);

class AttendanceTable {
 public:
  AttendanceTable(const TableCells& rows, TableHeader header, PresenceMarks& presence, AttendanceReader& reader, Context& context)
      : rows_(rows), header_(header), presence_(presence), reader_(reader), context_(context) {}

  /// Whether it is one; reads it then.
  bool read();

 private:
  [[nodiscard]] bool is_data(int index, const TableRow& row) const;
  [[nodiscard]] std::vector<std::string_view> column(int index) const;
  // "Present | Mia Ott, Jo Kern" over "Apologies | Lee Fox".
  [[nodiscard]] bool is_list_of_labels() const;
  // With one cell beside each label its lines are read as such; several are columns of the list.
  bool lists_beside();
  // Everybody in it was there: a label says so, or it lists names and what they are.
  [[nodiscard]] bool all_present();
  // "Present" beside the first of those who were.
  [[nodiscard]] bool labelled_rows() const;
  void read_row(const TableRow& row);

  void find_header();
  // "Unit | Owner | Status" over marks: what stands over a column of marks is none of them.
  [[nodiscard]] bool heads_marks() const;
  // "P | A | Abs" over marks: what the columns' codes mean where they tell them apart.
  [[nodiscard]] std::map<int, Standing> coded_columns() const;
  [[nodiscard]] bool holds_marks(int index) const;
  // "Attendance | Office | Remarks": what says of a standing stands over names.
  [[nodiscard]] bool heads_names() const;

  // "Present | Apologies | Absent" with names below.
  bool names_in_columns();
  // Several columns of nothing but names, below a label that says what all of them are.
  bool names_everywhere();
  // Groups in the first column, their people in the second, some of them called excused or guests.
  bool groups_beside();
  bool find_name_column();
  // Last and first name in two columns: one holds given names, the other none.
  void find_second(std::map<int, std::size_t>& names, std::map<int, std::size_t>& single, std::size_t data);
  // "Achternaam | Voornaam", "Name | Vorname": the header tells that it takes both.
  bool labelled_second();

  // The column of the marks, where no header says so.
  void find_presence();
  // Of several columns that a header calls so, those without marks say something else of each.
  void drop_unmarked();
  // "Attendee | Mar | Apr | Jun", "Name | 13 Jan | 10 Feb": the column of this meeting; none says anything if it is not there.
  [[nodiscard]] std::vector<int> of_this_day(const std::vector<int>& columns);
  // The month over a column, or the day.
  [[nodiscard]] std::optional<Day> day_over(int index) const;
  // What a row says of its person.
  [[nodiscard]] std::optional<Standing> standing_in(const TableRow& row) const;

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

}  // namespace protokoll

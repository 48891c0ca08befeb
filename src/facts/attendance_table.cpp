#include "facts/attendance_table.hpp"

#include <iterator>

#include "analysis/meeting_people.hpp"
#include "analysis/people_list.hpp"
#include "analysis/table_cells.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

struct Columns {
  int name = -1, role = -1, presence = -1;
  bool all_present = false;  // "Participants | Office"

  [[nodiscard]] bool tell_attendance() const { return name >= 0 && (presence >= 0 || all_present); }
};

Columns columns_of(const TableRow& header, const Language& language) {
  Columns columns;
  for (const auto& [column, text] : header) {
    const auto words = trim(text, U":.*?");
    if (columns.name < 0 && language.is_label(words, "name")) columns.name = column;
    else if (columns.role < 0 && language.is_label(words, "role")) columns.role = column;
    else if (columns.presence < 0 && language.is_label(words, "present")) columns.presence = column;
  }
  columns.all_present = columns.presence < 0 && columns.role >= 0 && language.is_label(trim(cell_of(header, columns.name), U":.*?"), "present");
  return columns;
}

// "x", "present", "excused": the list that a mark puts somebody on; nullptr for a mark that says nothing.
std::vector<Person>* list_for(std::string_view mark, const Language& language, Meeting& meeting) {
  const auto words = trim(mark, U".()");
  if (language.has("presence_marks", words)) return &meeting.attendance.present;
  if (language.has("absence_marks", words)) return &meeting.attendance.absent;
  for (const auto* key : {"excused", "absent", "present", "guests"})
    if (language.is_label(words, key)) return people_under(key, meeting);
  return nullptr;
}

// Who led the meeting or took the minutes, if their office says so.
void add_officers(const std::vector<Person>& people, Context& context) {
  auto& meeting = context.minutes.meeting;
  for (const auto& person : people) {
    if (meeting.chair.empty() && context.language.patterns("role_chair").matches(person.role)) meeting.chair.push_back(person);
    if (meeting.secretary.empty() && context.language.patterns("role_secretary").matches(person.role)) meeting.secretary.push_back(person);
  }
}

}  // namespace

std::set<std::int32_t> read_attendance_tables(const std::vector<Piece>& pieces, Context& context) {
  std::set<std::int32_t> read;
  const auto wanted = [&](const TableCells& rows) { return rows.size() > 1 || columns_of(rows.begin()->second, context.language).tell_attendance(); };
  for (const auto& [container, rows] : tables_of(pieces, context, wanted)) {
    const auto columns = columns_of(rows.begin()->second, context.language);
    if (!columns.tell_attendance()) continue;
    read.insert(container);
    for (auto row = std::next(rows.begin()); row != rows.end(); ++row) {
      auto& meeting = context.minutes.meeting;
      auto* list = columns.all_present ? &meeting.attendance.present : list_for(cell_of(row->second, columns.presence), context.language, meeting);
      if (!list) continue;
      auto people = parse_people(cell_of(row->second, columns.name), context, trim(cell_of(row->second, columns.role)));
      if (list == &meeting.attendance.present) add_officers(people, context);
      add_people(*list, std::move(people));
    }
  }
  return read;
}

}  // namespace protokoll

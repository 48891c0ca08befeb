#include "analysis/attendance_table.hpp"

#include <iterator>

#include "analysis/head.hpp"
#include "analysis/people_list.hpp"
#include "analysis/table_cells.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

struct Columns {
  int name = -1, role = -1, presence = -1;
};

Columns columns_of(const TableRow& header, const Language& language) {
  Columns columns;
  for (const auto& [column, text] : header) {
    const auto words = trim(text, U":.*?");
    if (columns.name < 0 && language.is_label(words, "name")) columns.name = column;
    else if (columns.role < 0 && language.is_label(words, "role")) columns.role = column;
    else if (columns.presence < 0 && language.is_label(words, "present")) columns.presence = column;
  }
  return columns;
}

// "x", "present", "excused": the list that a mark puts somebody on; nullptr for a mark that says nothing.
std::vector<Person>* list_for(std::string_view mark, const Language& language, Meeting& meeting) {
  const auto words = trim(mark, U".()");
  if (language.has("presence_marks", words)) return &meeting.attendance.present;
  for (const auto* key : {"excused", "absent", "present", "guests"})
    if (language.is_label(words, key)) return people_under(key, meeting);
  return nullptr;
}

}  // namespace

std::set<std::int32_t> read_attendance_tables(const std::vector<Piece>& pieces, Context& context) {
  std::set<std::int32_t> read;
  for (const auto& [container, rows] : tables_of(pieces, context)) {
    const auto columns = columns_of(rows.begin()->second, context.language);
    if (columns.name < 0 || columns.presence < 0) continue;
    read.insert(container);
    for (auto row = std::next(rows.begin()); row != rows.end(); ++row) {
      auto* list = list_for(cell_of(row->second, columns.presence), context.language, context.minutes.meeting);
      if (list) add_people(*list, parse_people(cell_of(row->second, columns.name), context, trim(cell_of(row->second, columns.role))));
    }
  }
  return read;
}

}  // namespace protokoll

#include "facts/attendance.hpp"

#include <set>

#include "analysis/outline.hpp"
#include "analysis/text.hpp"
#include "facts/attendance_reader.hpp"
#include "facts/attendance_table.hpp"
#include "facts/signatures.hpp"

namespace protokoll {
namespace {

// The pieces without the document's title.
std::vector<Piece> without_title(const std::vector<Piece>& pieces, const Context& context) {
  const auto title = title_block(context);
  if (title < 0) return pieces;
  const auto whole = title_text(title, context);
  if (const auto standing = standing_of(whole, context); standing && is_attendance(*standing)) return pieces;
  std::vector<Piece> kept;
  for (const auto& piece : pieces) {
    const auto text = context.view(piece);
    if (text.data() >= whole.data() && text.data() + text.size() <= whole.data() + whole.size() + 1) continue;
    if (static_cast<std::int32_t>(piece.block) != title) {
      kept.push_back(piece);
      continue;
    }
    for (const auto part : {before(text, whole), after(text, whole)})
      if (const auto rest = trim(part); !rest.empty()) kept.push_back({piece.block, context.range(rest)});
  }
  return kept;
}

void read_lines(const std::vector<Piece>& pieces, AttendanceReader& reader, Context& context) {
  constexpr std::size_t most_rows = 2000;
  const auto tables = tables_of(pieces, context, [](const TableCells& cells) { return cells.size() < most_rows; });
  const PresenceMarks marks(pieces, context);
  std::set<std::int32_t> read, tried;
  for (const auto& line : people_lines(pieces, context)) {
    const auto table = tables.find(line.table);
    if (table != tables.end() && tried.insert(line.table).second && read_attendance_table(table->second, marks, reader, context)) read.insert(line.table);
    if (read.contains(line.table)) reader.pass_table();
    else reader.line(line);
  }
}

}  // namespace

void read_attendance(const ProtocolTable& table, Context& context) {
  AttendanceReader reader(Place::head, context);
  read_lines(without_title(table.head, context), reader, context);
  reader.finish();
}

void read_attendance_item(std::string_view title, const std::vector<Piece>& body, Context& context) {
  constexpr std::size_t first_items = 3;
  auto standing = standing_of(title, context);
  if (standing && !is_attendance(*standing) && context.language.is_label(trim(title, U":*_. "), "minutes")) standing.reset();
  const bool front = context.minutes.agenda.size() < first_items;
  if (!standing && (!front || !context.minutes.meeting.attendance.present.empty())) return;
  AttendanceReader reader(Place::item, context);
  if (standing) reader.start(*standing, title);
  read_lines(body, reader, context);
  reader.finish();
}

void read_closing_people(const std::vector<Piece>& pieces, Context& context) {
  if (context.minutes.meeting.attendance.present.empty()) {
    AttendanceReader reader(Place::tail, context);
    for (const auto& line : people_lines(pieces, context)) reader.line(line);
    reader.finish();
  }
  read_signatures(people_lines(pieces, context), context);
}

}  // namespace protokoll

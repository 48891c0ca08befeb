#include "facts/attendance/attendance.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "facts/attendance/aligned_rows.hpp"
#include "facts/attendance/attendance_reader.hpp"
#include "facts/attendance/attendance_table.hpp"
#include "facts/attendance/signatures.hpp"
#include "facts/meeting/convening.hpp"
#include "facts/meeting/title.hpp"
#include "structure/outline.hpp"
#include "words/text.hpp"

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
    // The title may go on behind a piece, or begin behind it.
    const auto* const end = text.data() + text.size();
    const auto* const first = std::clamp(whole.data(), text.data(), end);
    const auto* const last = std::clamp(whole.data() + whole.size(), text.data(), end);
    for (const auto part : {std::string_view(text.data(), static_cast<std::size_t>(first - text.data())), std::string_view(last, static_cast<std::size_t>(end - last))})
      if (const auto rest = trim(part); !rest.empty()) kept.push_back({piece.block, context.range(rest)});
  }
  return kept;
}

// The tables whose first row is marked as a header.
std::set<std::int32_t> headed_tables(const Document& document) {
  std::set<std::int32_t> tables;
  for (std::size_t i = 0; i < document.containers.size(); ++i) {
    const auto& container = document.containers[i];
    if (!container.header || container.kind != ContainerKind::cell) continue;
    const auto row = document.enclosing(static_cast<std::int32_t>(i), ContainerKind::row);
    if (row >= 0 && document.containers[static_cast<std::size_t>(row)].index == 0) tables.insert(document.enclosing(row, ContainerKind::table));
  }
  return tables;
}

void read_lines(const std::vector<Piece>& pieces, AttendanceReader& reader, Context& context) {
  constexpr std::size_t most_rows = 2000;
  const auto tables = tables_of(pieces, context, [](const TableCells& cells) { return cells.size() < most_rows; });
  const auto headed = tables.empty() ? std::set<std::int32_t>{} : headed_tables(context.document);
  const PresenceMarks marks(pieces, context);
  std::set<std::int32_t> read, tried;
  const auto found = people_lines(pieces, context);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto& line = found[i];
    const auto table = tables.find(line.table);
    const auto header = headed.contains(line.table) ? TableHeader::marked : TableHeader::unknown;
    if (table != tables.end() && tried.insert(line.table).second && read_attendance_table(table->second, header, marks, reader, context)) read.insert(line.table);
    if (read.contains(line.table)) {
      reader.pass_table();
      continue;
    }
    if (marks.is_legend(line.text)) continue;
    // Columns that only blanks align.
    const auto aligned = aligned_rows(found, i, context);
    if (aligned.size() >= 3 && read_attendance_table(aligned, TableHeader::aligned, marks, reader, context)) {
      i += aligned.size() - 1;
      reader.pass_table();
      continue;
    }
    reader.line(line);
  }
}

// "Social media presence": words that are none of an attendance.
bool speaks_of_more(std::string_view title, const Context& context) {
  title = trim(title.substr(0, title.find(':')), U"*_.-–( ");
  if (!context.language.label(title).empty()) return false;
  const auto tokens = context.reading.tokens(title);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    const auto word = context.reading.text(token);
    return token.kind == TokenKind::word && !token.inner && token.classes.empty() && token.value < 0 && !context.language.has("articles", word) && !context.language.has("place_links", word) &&
           !context.language.has("name_joiners", word) && !context.language.has("of_words", word);
  });
}

bool is_missing(std::string_view name, const Context& context) {
  const auto& attendance = context.minutes.meeting.attendance;
  const auto named = [&](const Person& person) { return person.name == name; };
  return std::any_of(attendance.absent.begin(), attendance.absent.end(), named) || std::any_of(attendance.excused.begin(), attendance.excused.end(), named);
}

}  // namespace

void read_attendance(const ProtocolTable& table, Context& context) {
  AttendanceReader reader(Place::head, context);
  read_lines(without_title(table.head, context), reader, context);
  reader.finish();
  if (!context.minutes.meeting.attendance.present.empty()) return;
  // "1. At 19:00 the board met in the presence of …": the first paragraph may be numbered.
  auto pieces = table.head;
  if (!table.rows.empty() && !table.rows.front().title.empty() && table.rows.front().by != By::heading) {
    auto first = table.rows.front().title.front();
    if (!table.rows.front().body.empty() && table.rows.front().body.front().block == first.block) first.range.end = table.rows.front().body.front().range.end;
    pieces.push_back(first);
  }
  for (const auto& piece : pieces)
    if (const auto& block = context.block(piece); block.kind == BlockKind::paragraph) {
      auto met = people_who_met(context.view(piece), context);
      // "Everyone met but Mia Ott": who is said to be missing is not present.
      if (met.empty() || std::any_of(met.begin(), met.end(), [&](const NameEntry& entry) { return is_missing(entry.name, context); })) continue;
      reader.add(Standing::present, std::move(met), {});
      return reader.finish();
    }
}

void read_attendance_item(std::string_view title, const Row& row, Context& context) {
  constexpr std::size_t first_items = 3;
  const bool front = context.minutes.agenda.size() < first_items;
  std::optional<Standing> standing;
  std::string_view label;
  for (const auto& piece : row.title) {
    label = context.view(piece);
    if (title.find(Context::flat(label)) == std::string_view::npos && Context::flat(label).find(title) == std::string::npos) continue;
    standing = standing_of(label, context);
    break;
  }
  if (!standing) standing = standing_of(label, context);
  if (standing && !front && is_attendance(*standing) && speaks_of_more(label, context)) standing.reset();
  // An office as the title of a later item is filled there: "7.2 Chair".
  if (standing && !is_attendance(*standing) && (!front || context.language.is_label(trim(title, U":*_. "), "minutes"))) standing.reset();
  const bool told = front && !standing && label.find(':') != std::string_view::npos;
  if (!standing && (!front || (!told && !context.minutes.meeting.attendance.present.empty()))) return;
  AttendanceReader reader(Place::item, context, label);
  if (standing) reader.start(*standing, label);
  else if (told)
    for (const auto& line : people_lines(row.title, context)) reader.line(line);
  read_lines(row.body, reader, context);
  reader.finish();
}

namespace {

// Lists under headings of their own: "Guests", "Apologies".
void read_headed_lists(const std::vector<Piece>& pieces, Context& context) {
  const auto is_heading = [&](const Piece& piece) { return context.block(piece).kind == BlockKind::heading; };
  for (auto piece = pieces.begin(); piece != pieces.end();) {
    const auto end = std::find_if(std::next(piece), pieces.end(), is_heading);
    const auto label = context.view(*piece);
    const auto standing = is_heading(*piece) ? standing_of(label, context) : std::nullopt;
    if (standing && is_attendance(*standing)) {
      AttendanceReader reader(Place::item, context);
      reader.start(*standing, label);
      read_lines({std::next(piece), end}, reader, context);
      reader.finish();
    }
    piece = end;
  }
}

}  // namespace

void read_closing_people(const std::vector<Piece>& pieces, std::string_view title, Context& context) {
  if (context.minutes.meeting.attendance.present.empty()) {
    AttendanceReader reader(Place::tail, context);
    for (const auto& line : people_lines(pieces, context)) reader.line(line);
    reader.finish();
  } else {
    read_headed_lists(pieces, context);
  }
  read_signatures(people_lines(pieces, context), title, context);
}

}  // namespace protokoll

#include "analysis/task_table.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/actions.hpp"
#include "analysis/table_cells.hpp"
#include "analysis/text.hpp"

namespace protokoll {
void note_column(std::string_view heading, int column, TaskColumns& columns, const Language& language) {
  const auto words = trim(heading, U":.*?");
  if (columns.who < 0 && language.is_label(words, "who")) columns.who = column;
  else if (columns.what < 0 && language.is_label(words, "what")) columns.what = column;
  else if (columns.due < 0 && language.is_label(words, "due")) columns.due = column;
}

namespace {

TaskColumns columns_of(const TableRow& header, const Language& language) {
  TaskColumns columns;
  for (const auto& [column, heading] : header) note_column(heading, column, columns, language);
  return columns;
}

// "erledigt" in a column of its own: nothing is left to do.
template <class Cells>
bool is_done(const Cells& row, const TaskColumns& columns, const Context& context) {
  constexpr std::size_t most_words = 3;
  return std::any_of(row.begin(), row.end(), [&](const auto& cell) {
    const auto& [column, text] = cell;
    if (column == columns.what || column == columns.who || column == columns.due || text.empty() || words(text).size() > most_words) return false;
    const auto classes = context.reading.classes(text);
    return classes.has(WordClass::done) && !classes.any({WordClass::negation, WordClass::future});
  });
}

bool tells_tasks(const TaskColumns& columns) { return columns.what >= 0 && (columns.who >= 0 || columns.due >= 0); }

}  // namespace

std::set<std::int32_t> table_actions(const std::vector<Piece>& pieces, const Context& context, std::vector<Action>& actions) {
  std::set<std::int32_t> read;
  const auto wanted = [&](const TableCells& rows) { return rows.size() > 1 || tells_tasks(columns_of(rows.begin()->second, context.language)); };
  for (const auto& [container, rows] : tables_of(pieces, context, wanted)) {
    const auto columns = columns_of(rows.begin()->second, context.language);
    if (!tells_tasks(columns)) continue;
    read.insert(container);
    for (auto row = std::next(rows.begin()); row != rows.end(); ++row)
      if (const auto what = cell_of(row->second, columns.what); !what.empty() && !is_done(row->second, columns, context))
        actions.push_back(column_action(what, cell_of(row->second, columns.who), cell_of(row->second, columns.due), context));
  }
  return read;
}

}  // namespace protokoll

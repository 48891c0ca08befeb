#include "analysis/task_table.hpp"

#include <map>

#include "analysis/actions.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

struct TaskTable {
  std::map<int, std::map<int, std::string_view>> rows;  // row, column, text
};

std::map<std::int32_t, TaskTable> tables_of(const std::vector<Piece>& pieces, const Context& context) {
  std::map<std::int32_t, TaskTable> tables;
  const auto& document = context.document;
  for (const auto& piece : pieces) {
    const auto cell = document.enclosing(context.block(piece).container, ContainerKind::cell);
    const auto table = document.enclosing(cell, ContainerKind::table);
    if (cell < 0 || table < 0 || context.protocol_table(table)) continue;
    const auto row = document.enclosing(cell, ContainerKind::row);
    if (row < 0) continue;
    auto& text = tables[table].rows[document.containers[row].index][document.containers[cell].index];
    text = text.empty() ? context.view(piece) : join(text, context.view(piece));
  }
  return tables;
}

}  // namespace

void note_column(std::string_view heading, int column, TaskColumns& columns, const Language& language) {
  const auto words = trim(heading, U":.*?");
  if (columns.who < 0 && language.is_label(words, "who")) columns.who = column;
  else if (columns.what < 0 && language.is_label(words, "what")) columns.what = column;
  else if (columns.due < 0 && language.is_label(words, "due")) columns.due = column;
}

std::set<std::int32_t> table_actions(const std::vector<Piece>& pieces, const Context& context, std::vector<Action>& actions) {
  std::set<std::int32_t> read;
  for (const auto& [container, table] : tables_of(pieces, context)) {
    TaskColumns columns;
    for (const auto& [column, heading] : table.rows.begin()->second) note_column(heading, column, columns, context.language);
    if (columns.what < 0 || (columns.who < 0 && columns.due < 0)) continue;
    read.insert(container);
    for (auto row = std::next(table.rows.begin()); row != table.rows.end(); ++row) {
      const auto cell = [&](int column) {
        const auto found = row->second.find(column);
        return found == row->second.end() ? std::string_view{} : found->second;
      };
      if (!cell(columns.what).empty()) actions.push_back(column_action(cell(columns.what), cell(columns.who), cell(columns.due), context));
    }
  }
  return read;
}

}  // namespace protokoll

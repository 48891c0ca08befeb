#include "facts/tasks/task_table.hpp"

#include <algorithm>
#include <iterator>

#include "facts/decisions/decisions.hpp"
#include "facts/tasks/actions.hpp"
#include "facts/tasks/task_card.hpp"
#include "facts/votes/vote_outcome.hpp"
#include "facts/votes/vote_table.hpp"
#include "structure/table_cells.hpp"
#include "structure/table_columns.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

TaskColumns columns_of(const TableRow& header, const Language& language) {
  TaskColumns columns;
  for (const auto& [column, heading] : header) note_column(heading, column, columns, language);
  return columns;
}

// "Decision | The bench is bought.": a label with its sentence beside it, no head of columns.
bool holds_sentences(const TableRow& row, const Context& context) {
  constexpr std::size_t fewest = 4;
  return std::any_of(row.begin(), row.end(), [&](const auto& cell) { return words(cell.second).size() >= fewest && cell.second.ends_with('.') && holds_decision(cell.second, context); });
}

bool tells_tasks(const TaskColumns& columns) { return columns.what >= 0 && !columns.roles && (columns.who >= 0 || columns.due >= 0); }

}  // namespace

std::set<std::int32_t> table_decisions(const std::vector<Piece>& pieces, Context& context, std::vector<Decision>& decisions) {
  std::set<std::int32_t> read;
  const auto wanted = [&](const TableCells& rows) { return rows.size() > 1 || columns_of(rows.begin()->second, context.language).decision >= 0; };
  for (const auto& [container, rows] : tables_of(pieces, context, wanted)) {
    const auto columns = columns_of(rows.begin()->second, context.language);
    if (columns.decision < 0 || columns.lists_tasks() || rows.begin()->second.size() < 2 || holds_sentences(rows.begin()->second, context)) continue;
    read.insert(container);
    for (auto row = std::next(rows.begin()); row != rows.end(); ++row)
      if (const auto text = cell_of(row->second, columns.decision); holds_decision(text, context)) {
        decisions.push_back(make_decision(text, DecisionKind::decision, By::table, context));
        decisions.back().vote = counts_in(rows.begin()->second, row->second, context);
        settle(decisions.back());
      }
  }
  return read;
}

namespace {

// Who stands in a cell that covers several rows does what each of them says.
void fill_down(std::int32_t table, TableCells& rows, const std::vector<Piece>& pieces, const Context& context) {
  constexpr std::int32_t most_rows = 20;
  const auto& containers = context.document.containers;
  for (const auto& piece : pieces) {
    const auto cell = context.document.enclosing(context.block(piece).container, ContainerKind::cell);
    if (cell < 0 || containers[cell].rows < 2 || context.document.enclosing(cell, ContainerKind::table) != table) continue;
    const auto row = containers[context.document.enclosing(cell, ContainerKind::row)].index;
    for (auto below = row + 1; below < row + std::min(containers[cell].rows, most_rows); ++below)
      if (const auto at = rows.find(below); at != rows.end()) at->second.emplace(containers[cell].index, cell_of(rows[row], containers[cell].index));
  }
}

std::string_view label_of(const TableRow& row) { return row.size() == 2 ? trim(row.begin()->second, U":.*? ") : std::string_view{}; }

// "What | book the stage", "Who | Timo", "By when | 31 May": the labels stand in front of a task's lines.
bool begins_card(const TableRow& row, const Language& language) {
  if (!language.is_label(label_of(row), "what")) return false;
  const auto beside = trim(row.rbegin()->second, U":.*? ");
  return !language.is_label(beside, "who") && !language.is_label(beside, "due");
}

void read_cards(const TableCells& rows, const Context& context, std::vector<Action>& actions) {
  TaskCard card;
  const auto end_card = [&] {
    if (!card.what.empty() && card.tells()) actions.push_back(column_action(card.what, card.who, card.due, context));
    card = {};
  };
  for (const auto& [number, row] : rows) {
    const auto label = label_of(row);
    if (label.empty()) continue;
    const auto value = row.rbegin()->second;
    if (context.language.is_label(label, "what")) end_card(), card.what = value;
    else if (context.language.is_label(label, "who")) card.who = value;
    else if (context.language.is_label(label, "due")) card.due = value;
  }
  end_card();
}

}  // namespace

std::set<std::int32_t> table_actions(const std::vector<Piece>& pieces, bool of_tasks, const Context& context, std::vector<Action>& actions) {
  std::set<std::int32_t> read;
  const auto columns_in = [&](const TableCells& rows) {
    auto columns = columns_of(rows.begin()->second, context.language);
    // "Item | Owner | Due date" under "Action items".
    if (of_tasks && columns.what < 0 && columns.who >= 0 && columns.due >= 0) columns.what = columns.topic;
    return columns;
  };
  const auto wanted = [&](const TableCells& rows) { return rows.size() > 1 || begins_card(rows.begin()->second, context.language) || tells_tasks(columns_in(rows)); };
  for (auto& [container, rows] : tables_of(pieces, context, wanted)) {
    if (begins_card(rows.begin()->second, context.language)) {
      const auto before = actions.size();
      read_cards(rows, context, actions);
      if (actions.size() > before) read.insert(container);
      continue;
    }
    const auto columns = columns_in(rows);
    if (!tells_tasks(columns)) continue;
    read.insert(container);
    fill_down(container, rows, pieces, context);
    for (auto row = std::next(rows.begin()); row != rows.end(); ++row)
      if (const auto what = cell_of(row->second, columns.what); !what.empty()) {
        actions.push_back(column_action(what, cell_of(row->second, columns.who), cell_of(row->second, columns.due), context));
        if (const auto done = says_done(cell_of(row->second, columns.done), context)) actions.back().done = done;
      }
  }
  return read;
}

}  // namespace protokoll

#include <algorithm>
#include <map>

#include "analysis/agenda_label.hpp"
#include "analysis/outline.hpp"
#include "analysis/task_table.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

// A row of a table as blocks per column.
struct GridRow {
  std::map<int, std::vector<Piece>> cells;
};

struct Grid {
  std::int32_t table = -1;
  std::map<int, GridRow> rows;
};

// The tables that hold blocks directly (not only through a table nested in them).
std::map<std::int32_t, Grid> grids(const Context& context) {
  const auto& document = context.document;
  std::map<std::int32_t, Grid> found;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const auto& block = document.blocks[i];
    if (block.boilerplate || block.range.empty()) continue;
    const auto cell = document.enclosing(block.container, ContainerKind::cell);
    if (cell < 0) continue;
    const auto row = document.enclosing(cell, ContainerKind::row);
    const auto table = document.enclosing(cell, ContainerKind::table);
    if (row < 0 || table < 0) continue;
    auto& grid = found[table];
    grid.table = table;
    grid.rows[document.containers[row].index].cells[document.containers[cell].index].push_back({i, block.range});
  }
  return found;
}

std::optional<AgendaLabel> row_label(const GridRow& row, const Context& context) {
  const auto first = row.cells.find(0);
  if (first == row.cells.end() || first->second.size() != 1) return std::nullopt;
  auto label = parse_agenda_label(context.view(first->second.front()), context.language);
  if (!label || !label->rest.empty() || (label->form == LabelForm::letter && label->word.empty())) return std::nullopt;
  return label;
}

TaskColumns task_columns(const Grid& grid, const Context& context) {
  TaskColumns columns;
  for (const auto& [column, pieces] : grid.rows.begin()->second.cells)
    if (pieces.size() == 1) note_column(context.view(pieces.front()), column, columns, context.language);
  return columns;
}

// A list of tasks ("Who | What | By when") is not an agenda; an agenda may have columns for who and by when.
bool is_task_table(const Grid& grid, const Context& context) {
  const auto columns = task_columns(grid, context);
  return columns.what >= 0 && (columns.who >= 0 || columns.due >= 0);
}

// Counts ("14 | 0 | 1") are no agenda, whatever stands in the first column.
bool holds_words(const GridRow& row, const Context& context) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
    return cell.first > 0 && std::any_of(cell.second.begin(), cell.second.end(), [&](const Piece& piece) {
      const auto parts = words(context.view(piece));
      return std::any_of(parts.begin(), parts.end(), [](std::string_view word) { return is_letter(first_character(trim(word, U"\"'„“«»([*_"))); });
    });
  });
}

// A protocol table: at least one row is "number | text", and most rows are that or a continuation without a first cell.
bool is_protocol(const Grid& grid, const Context& context) {
  if (is_task_table(grid, context)) return false;
  int numbered = 0, continued = 0, other = 0;
  for (const auto& [index, row] : grid.rows) {
    const bool text = std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.first > 0; });
    if (text && row_label(row, context) && holds_words(row, context)) ++numbered;
    else if (text && !row.cells.contains(0)) ++continued;
    else ++other;
  }
  return numbered > 0 && numbered >= other;
}

Row to_row(const GridRow& cells, const AgendaLabel& label, const Context& context) {
  Row row{.label = context.range(label.label), .number = context.range(label.number), .by = By::table};
  row.depth = label.depth();
  for (const auto& [column, pieces] : cells.cells) {
    if (column == 0) continue;
    for (const auto& piece : pieces) {
      if (row.title.empty()) row.title.push_back(piece);
      else row.body.push_back(piece);
    }
  }
  return row;
}

// "3 | The gutter leaks, to be mended | Ms Ott | 3 May": who and by when stand in columns of their own, what in the one before.
std::optional<RowTask> row_task(const GridRow& cells, const TaskColumns& columns, const Context& context) {
  const auto whole = [&](int column) {
    const auto found = column > 0 ? cells.cells.find(column) : cells.cells.end();
    return found == cells.cells.end() ? std::string_view{} : join(context.view(found->second.front()), context.view(found->second.back()));
  };
  if (columns.who < 0 || columns.due < 0) return std::nullopt;
  const auto who = whole(columns.who), due = whole(columns.due);
  auto column = std::min(columns.who, columns.due) - 1;
  while (column > 0 && whole(column).empty()) --column;
  const auto what = whole(column);
  if (who.empty() || what.empty()) return std::nullopt;
  return RowTask{context.range(what), context.range(who), due.empty() ? Range{} : context.range(due)};
}

}  // namespace

ProtocolTable table_outline(Context& context) {
  ProtocolTable outlined;
  const auto tables = grids(context);
  std::map<std::int32_t, const Grid*> protocols;
  std::map<std::int32_t, TaskColumns> columns;
  for (const auto& [table, grid] : tables)
    if (is_protocol(grid, context)) {
      protocols[table] = &grid;
      columns[table] = task_columns(grid, context);
      context.frames[table] = true;
    }
  if (protocols.empty()) return outlined;
  const auto& document = context.document;
  std::map<std::pair<std::int32_t, int>, bool> done;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const auto& block = document.blocks[i];
    if (block.boilerplate || block.range.empty()) continue;
    auto table = document.enclosing(block.container, ContainerKind::table);
    while (table >= 0 && !protocols.contains(table)) table = document.enclosing(document.containers[table].parent, ContainerKind::table);
    if (table < 0) {
      (outlined.rows.empty() ? outlined.head : outlined.tail).push_back({i, block.range});
      continue;
    }
    // What was taken for the tail stands between two rows: it belongs to the item above.
    for (auto& piece : outlined.tail) outlined.rows.back().body.push_back(piece);
    outlined.tail.clear();
    auto row = document.enclosing(block.container, ContainerKind::row);
    while (row >= 0 && document.containers[row].parent != table) row = document.enclosing(document.containers[row].parent, ContainerKind::row);
    // A container comes after its parent: a cell in front of the row is that of a table around it.
    const bool outside_cells = row < 0 || document.enclosing(block.container, ContainerKind::cell) < row;
    const bool nested = document.enclosing(block.container, ContainerKind::table) != table;
    if (nested || outside_cells) {
      (outlined.rows.empty() ? outlined.head : outlined.rows.back().body).push_back({i, block.range});
      continue;
    }
    const auto index = document.containers[row].index;
    if (!done.emplace(std::pair(table, index), true).second) continue;
    const auto& cells = protocols[table]->rows.at(index);
    auto label = row_label(cells, context);
    if (label && !has_room(outlined, context.view(block.range), context)) label.reset();
    if (label) outlined.rows.push_back(to_row(cells, *label, context));
    if (!label)
      for (const auto& [column, pieces] : cells.cells)
        for (const auto& piece : pieces) (outlined.rows.empty() ? outlined.head : outlined.rows.back().body).push_back(piece);
    if (const auto task = outlined.rows.empty() ? std::nullopt : row_task(cells, columns[table], context)) outlined.rows.back().tasks.push_back(*task);
  }
  return outlined;
}

}  // namespace protokoll

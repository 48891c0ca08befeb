#include <algorithm>
#include <array>
#include <map>

#include "analysis/agenda_label.hpp"
#include "analysis/outline.hpp"
#include "analysis/task_table.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

constexpr std::array<std::string_view, 3> people_labels{"present", "excused", "absent"};

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

bool tells_standing(const std::vector<Piece>& cell, const Context& context) {
  if (cell.size() != 1) return false;
  const auto text = trim(context.view(cell.front()), U":.?*_");
  return std::any_of(people_labels.begin(), people_labels.end(), [&](std::string_view key) { return context.language.is_label(text, key); });
}

// Those who attended may be numbered as well: a column of names, or what each of them was.
bool is_people_table(const Grid& grid, const Context& context) {
  std::size_t rows = 0;
  for (const auto& [index, row] : grid.rows) {
    const auto told = std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) { return cell.first > 0 && tells_standing(cell.second, context); });
    if (told && index == grid.rows.begin()->first) return true;
    rows += told;
  }
  return rows * 5 >= grid.rows.size() * 3;
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
  if (is_task_table(grid, context) || is_people_table(grid, context)) return false;
  int numbered = 0, continued = 0, other = 0;
  for (const auto& [index, row] : grid.rows) {
    const bool text = std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.first > 0; });
    if (text && row_label(row, context) && holds_words(row, context)) ++numbered;
    else if (text && !row.cells.contains(0)) ++continued;
    else ++other;
  }
  return numbered > 0 && numbered >= other;
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

void read_agenda_tables(ProtocolTable& outlined, Context& context) {
  std::vector<RowTask> tasks;
  for (const auto& [table, grid] : grids(context)) {
    if (!is_protocol(grid, context)) continue;
    context.frames[table] = true;
    const auto columns = task_columns(grid, context);
    for (const auto& [index, cells] : grid.rows)
      if (const auto task = row_task(cells, columns, context)) tasks.push_back(*task);
  }
  const auto begin = [](const Row& row) {
    if (!row.label.empty()) return row.label.begin;
    return row.title.empty() ? std::uint32_t{0} : row.title.front().range.begin;
  };
  for (const auto& task : tasks) {
    const auto next = std::upper_bound(outlined.rows.begin(), outlined.rows.end(), task.what.begin, [&](std::uint32_t place, const Row& row) { return place < begin(row); });
    if (next != outlined.rows.begin()) std::prev(next)->tasks.push_back(task);
  }
}

}  // namespace protokoll

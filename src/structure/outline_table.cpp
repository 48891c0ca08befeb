#include <algorithm>
#include <array>
#include <map>

#include "structure/agenda_label.hpp"
#include "structure/outline.hpp"
#include "structure/sections.hpp"
#include "structure/table_columns.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::array<std::string_view, 3> people_labels{"present", "excused", "absent"};

// A row of a table as blocks per column.
struct GridRow {
  std::map<int, std::vector<Piece>> cells;
  std::map<int, const std::vector<Piece>*> merged;  // cells of rows above that reach down into this one

  [[nodiscard]] const std::vector<Piece>* cell(int column) const {
    if (const auto own = cells.find(column); own != cells.end()) return &own->second;
    const auto above = merged.find(column);
    return above == merged.end() ? nullptr : above->second;
  }
};

struct Grid {
  std::int32_t table = -1;
  std::map<int, GridRow> rows;
};

// Lets cells that cover several rows stand in each of them.
void fill_down(Grid& grid, const Context& context) {
  constexpr std::int32_t most_rows = 20;
  for (auto row = grid.rows.begin(); row != grid.rows.end(); ++row)
    for (const auto& [column, pieces] : row->second.cells) {
      const auto cell = context.document.enclosing(context.block(pieces.front()).container, ContainerKind::cell);
      const auto last = row->first + std::min(context.document.containers[cell].rows, most_rows) - 1;
      for (auto below = std::next(row); below != grid.rows.end() && below->first <= last; ++below) below->second.merged[column] = &pieces;
    }
}

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

TaskColumns columns_of(const GridRow& row, const Context& context) {
  TaskColumns columns;
  for (const auto& [column, pieces] : row.cells)
    if (pieces.size() == 1) note_column(context.view(pieces.front()), column, columns, context.language);
  return columns;
}

bool names_columns(const GridRow& row, const Context& context) {
  constexpr int several = 2;
  const auto columns = columns_of(row, context);
  return (columns.who >= 0) + (columns.due >= 0) + (columns.topic >= 0) + (columns.what >= 0 && columns.what != columns.topic) + (columns.decision >= 0 || columns.outcome >= 0) >= several;
}

// The row that names the columns: the first, or, where that names none, one further down: the head of the minutes stands in the same table.
std::map<int, GridRow>::const_iterator header_of(const Grid& grid, const Context& context) {
  const auto found = std::ranges::find_if(grid.rows, [&](const auto& row) { return names_columns(row.second, context); });
  return found == grid.rows.end() ? grid.rows.begin() : found;
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
bool is_protocol(const Grid& grid, const TaskColumns& columns, const Context& context) {
  // A list of tasks ("Who | What | By when") is not an agenda; an agenda may have columns for who and by when.
  if (columns.lists_tasks() || is_people_table(grid, context)) return false;
  int numbered = 0, continued = 0, other = 0;
  for (const auto& [index, row] : grid.rows) {
    const bool text = std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.first > 0; });
    if (text && row_label(row, context) && holds_words(row, context)) ++numbered;
    else if (text && !row.cells.contains(0)) ++continued;
    else ++other;
  }
  return numbered > 0 && numbered >= other;
}

std::string_view whole(const std::vector<Piece>* cell, const Context& context) {
  return cell == nullptr ? std::string_view{} : join(context.view(cell->front()), context.view(cell->back()));
}

// "Mia: order the tent" in a column for tasks beside none for who does them.
void read_named_tasks(const std::vector<Piece>& cell, const Context& context, std::vector<RowTask>& tasks) {
  constexpr std::size_t longest_name = 40, most_words = 3;
  for (const auto& piece : cell)
    for (const auto line : lines(context.view(piece))) {
      const auto text = without_bullet(line);
      const auto colon = text.find(": ");
      if (colon == std::string_view::npos || colon > longest_name) continue;
      const auto who = text.substr(0, colon), what = trim(text.substr(colon + 1));
      const auto names = words(who);
      const bool named = names.size() <= most_words && std::ranges::all_of(names, [](std::string_view name) { return is_upper(first_character(name)); });
      if (named && context.language.label(who).empty() && !what.empty()) tasks.push_back({context.range(what), context.range(who), {}, {}});
    }
}

// "3 | The gutter leaks, to be mended | Ms Ott | 3 May": who and by when stand in columns of their own, what in one that is headed so or
// else in the one before. Cells of as many lines each are a task a line.
void read_row_tasks(const GridRow& cells, const TaskColumns& columns, const Context& context, std::vector<RowTask>& tasks) {
  const bool named = columns.what > 0 && columns.what != columns.topic;
  if (const auto* cell = named && columns.who < 0 ? cells.cell(columns.what) : nullptr; cell != nullptr) read_named_tasks(*cell, context, tasks);
  if (columns.who < 0 || (columns.due < 0 && !named)) return;
  auto column = named ? columns.what : columns.due < 0 ? columns.who - 1 : std::min(columns.who, columns.due) - 1;
  while (!named && column > 0 && cells.cell(column) == nullptr) --column;
  const auto *who = cells.cell(columns.who), *what = column > 0 ? cells.cell(column) : nullptr, *due = cells.cell(columns.due), *done = cells.cell(columns.done);
  if (who == nullptr || what == nullptr || !holds_decision(whole(what, context), context)) return;
  const auto range = [&](const std::vector<Piece>* cell) { return cell == nullptr ? Range{} : context.range(whole(cell, context)); };
  if (what->size() < 2 || what->size() != who->size()) {
    tasks.push_back({range(what), range(who), range(due), range(done)});
    return;
  }
  for (std::size_t i = 0; i < what->size(); ++i) {
    const bool dated = due != nullptr && due->size() == what->size();
    tasks.push_back({(*what)[i].range, (*who)[i].range, dated ? (*due)[i].range : range(due), range(done)});
  }
}

// How many items begin in a table, and in which column their titles stand; -1 if in several.
struct ItemsInTable {
  std::size_t count = 0;
  int column = -1;
};

std::map<std::int32_t, ItemsInTable> items_by_table(const ProtocolTable& outlined, const Context& context) {
  std::map<std::int32_t, ItemsInTable> items;
  for (const auto& row : outlined.rows) {
    if (row.title.empty()) continue;
    const auto container = context.block(row.title.front()).container;
    const auto cell = context.document.enclosing(container, ContainerKind::cell);
    auto& found = items[context.document.enclosing(container, ContainerKind::table)];
    const auto column = cell < 0 ? -1 : static_cast<int>(context.document.containers[cell].index);
    found.column = found.count == 0 || found.column == column ? column : -1;
    ++found.count;
  }
  return items;
}

// Items whose titles stand in a column of their own make an agenda of a table that would else be a list of tasks.
bool holds_items(const Grid& grid, const ItemsInTable& items, TaskColumns& columns) {
  if (items.count < 2 || 2 * items.count < grid.rows.size() - 1) return false;
  if (columns.topic < 0 && items.column >= 0 && items.column != columns.what && items.column != columns.who && items.column != columns.due)
    columns.topic = items.column;
  return !columns.lists_tasks();
}

// What the columns of one table say, by where its row begins.
struct Found {
  std::uint32_t place;
  std::vector<RowTask> tasks;
  std::vector<Range> decided;
};

// A column for decisions and tasks: "Decision: The hall is let.", "Task: Ask the insurers" tell each paragraph's kind. Whether some did.
bool read_labelled(const GridRow& cells, const TaskColumns& columns, const Context& context, std::vector<RowTask>& tasks) {
  const auto* cell = cells.cell(columns.decision);
  if (cell == nullptr) return false;
  const auto range = [&](int column) { return cells.cell(column) == nullptr ? Range{} : context.range(whole(cells.cell(column), context)); };
  bool labelled = false;
  for (const auto& piece : *cell) {
    const auto label = find_label(piece, context);
    labelled = labelled || label;
    if (label && label.is("action") && !label.rest.empty()) tasks.push_back({context.range(label.rest), range(columns.who), range(columns.due), range(columns.done)});
  }
  return labelled;
}

Found read_row(const GridRow& cells, const TaskColumns& columns, const Context& context) {
  Found found{cells.cells.begin()->second.front().range.begin, {}, {}};
  const bool mixed = columns.decision > 0 && columns.decision == columns.what;
  if (mixed && read_labelled(cells, columns, context, found.tasks)) return found;
  read_row_tasks(cells, columns, context, found.tasks);
  if (mixed && !found.tasks.empty()) return found;  // what somebody is named for
  if (const auto* cell = cells.cell(columns.decision); columns.decision > 0 && cell != nullptr && holds_decision(whole(cell, context), context)) {
    const bool list = context.document.enclosing(context.block(cell->front()).container, ContainerKind::list) >= 0 && cell->size() > 1;
    if (list)
      for (const auto& piece : *cell) found.decided.push_back(piece.range);
    else
      found.decided.push_back(context.range(whole(cell, context)));
  }
  if (const auto* cell = cells.cell(columns.outcome); columns.outcome > 0 && cell != nullptr)
    for (const auto& piece : *cell)
      for (const auto sentence : context.sentences(context.view(piece)))
        if (tells_deed(sentence, context)) found.decided.push_back(context.range(sentence));
  return found;
}

}  // namespace

void read_agenda_tables(ProtocolTable& outlined, Context& context) {
  auto items = items_by_table(outlined, context);
  std::vector<Found> all;
  auto tables = grids(context);
  for (auto& [table, grid] : tables) {
    const auto header = header_of(grid, context);
    const auto named = columns_of(header->second, context);
    auto columns = named;
    if (!holds_items(grid, items[table], columns) && !is_protocol(grid, named, context)) continue;
    context.frames[table] = true;
    fill_down(grid, context);
    for (auto row = std::next(header); row != grid.rows.cend(); ++row)
      if (!names_columns(row->second, context)) all.push_back(read_row(row->second, columns, context));  // again on every page
  }
  const auto begin = [](const Row& row) {
    if (!row.label.empty()) return row.label.begin;
    return row.title.empty() ? std::uint32_t{0} : row.title.front().range.begin;
  };
  for (const auto& found : all) {
    const auto next = std::upper_bound(outlined.rows.begin(), outlined.rows.end(), found.place, [&](std::uint32_t place, const Row& row) { return place < begin(row); });
    if (next == outlined.rows.begin()) continue;
    auto& row = *std::prev(next);
    row.tasks.insert(row.tasks.end(), found.tasks.begin(), found.tasks.end());
    row.decided.insert(row.decided.end(), found.decided.begin(), found.decided.end());
  }
}

}  // namespace protokoll

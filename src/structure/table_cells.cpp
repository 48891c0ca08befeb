#include "structure/table_cells.hpp"

#include <set>

#include "words/text.hpp"

namespace protokoll {

std::map<std::int32_t, TableCells> tables_of(const std::vector<Piece>& pieces, const Context& context, const WantsMore& wants_more) {
  std::map<std::int32_t, TableCells> tables;
  std::set<std::int32_t> unwanted, torn;
  const auto& document = context.document;
  for (const auto& piece : pieces) {
    const auto cell = document.enclosing(context.block(piece).container, ContainerKind::cell);
    const auto table = document.enclosing(cell, ContainerKind::table);
    const auto row = document.enclosing(cell, ContainerKind::row);
    if (cell < 0 || table < 0 || row < 0 || context.is_frame(table) || unwanted.contains(table)) continue;
    auto& rows = tables[table];
    const auto index = document.containers[row].index;
    if (!rows.empty() && !rows.contains(index) && !wants_more(rows)) {
      unwanted.insert(table);
      tables.erase(table);
      continue;
    }
    auto& text = rows[index][document.containers[cell].index];
    // "Ann" over "Leek" with other cells' text between: no piece says what the cell does.
    if (!text.empty() && is_parted(text, context.view(piece)) && words(text).size() == 1) torn.insert(cell);
    if (torn.contains(cell)) text = {};
    else text = text.empty() ? context.view(piece) : join(text, context.view(piece));
  }
  return tables;
}

std::string_view cell_of(const TableRow& row, int column) {
  const auto found = row.find(column);
  return found == row.end() ? std::string_view{} : found->second;
}

}  // namespace protokoll

/// The cells of small tables as texts by row and column.
#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

using TableRow = std::map<int, std::string_view>;  ///< by column
using TableCells = std::map<int, TableRow>;        ///< by row

/// Asked about a table's rows so far whenever another row begins; a table that is not wanted is left out, and costs no memory.
using WantsMore = std::function<bool(const TableCells& rows)>;

/// The tables that pieces stand in, by container; not those that are the agenda. A cell whose first word is parted from the rest is empty.
[[nodiscard]] std::map<std::int32_t, TableCells> tables_of(const std::vector<Piece>& pieces, const Context& context, const WantsMore& wants_more);

/// A row's cell; empty if it has none there.
[[nodiscard]] std::string_view cell_of(const TableRow& row, int column);

}  // namespace protokoll

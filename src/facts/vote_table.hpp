/// Votes as tables: a column (or a row) for each side.
#pragma once

#include <optional>

#include "analysis/table_cells.hpp"
#include "facts/votes.hpp"

namespace protokoll {

/// The vote of a table "Yes | No | Abstentions" with its counts in the row below, or with each in a row behind its word.
[[nodiscard]] std::optional<Vote> table_vote(const TableCells& rows, const Context& context);

/// The vote of one row of a table with a column for each side; `row` are the pieces of that row, in order.
[[nodiscard]] std::optional<Vote> row_vote(const std::vector<Piece>& row, const Context& context);

}  // namespace protokoll

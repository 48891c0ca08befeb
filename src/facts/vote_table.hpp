/// Votes as tables: a column (or a row) for each side.
#pragma once

#include <optional>

#include "analysis/table_cells.hpp"
#include "facts/votes.hpp"

namespace protokoll {

/// The vote of a table "Yes | No | Abstentions" with its counts in the row below, or with each in a row behind its word.
[[nodiscard]] std::optional<Vote> table_vote(const TableCells& rows, const Context& context);

}  // namespace protokoll

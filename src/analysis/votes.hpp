/// Votes in every notation that the language's patterns know.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/context.hpp"
#include "analysis/table_cells.hpp"

namespace protokoll {

/// The vote that a text (a sentence, a line, a few lines) states; nothing if it states none.
[[nodiscard]] std::optional<Vote> find_vote(std::string_view text, const Context& context);

/// The vote of a table "Yes | No | Abstentions" with its counts in the row below.
[[nodiscard]] std::optional<Vote> table_vote(const TableCells& rows, const Context& context);

/// Outcome by the name that language files use: adopted, rejected, deferred.
[[nodiscard]] std::optional<VoteOutcome> parse_outcome(std::string_view name);
/// What the counts say: more yes than no.
[[nodiscard]] std::optional<VoteOutcome> outcome_of(const Vote& vote);

}  // namespace protokoll

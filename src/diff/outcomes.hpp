/// Decisions, votes and tasks of both versions.
#pragma once

#include <functional>
#include <vector>

#include "diff/items.hpp"

namespace protokoll::differences {

/// Takes changes with the row of the items they stand in; nothing: outside all items.
using RowReport = std::function<void(std::optional<std::size_t> row, Change change)>;

/// Matched within their items first, then over all: one that stands in another item moved.
void compare_decisions(const Minutes& before, const Minutes& after, const Items& items, const RowReport& report);
void compare_tasks(const Minutes& before, const Minutes& after, const Items& items, const RowReport& report);
/// Those that are bound to no decision.
void compare_votes(const Minutes& before, const Minutes& after, const Items& items, const RowReport& report);

}  // namespace protokoll::differences

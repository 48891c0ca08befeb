/// Tables of tasks and of decisions, a row each.
#pragma once

#include <set>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// Adds a decision for each row of a table that has a column for them and lists no tasks; returns those tables.
[[nodiscard]] std::set<std::int32_t> table_decisions(const std::vector<Piece>& pieces, Context& context, std::vector<Decision>& decisions);

/// Adds the tasks of every task table among the pieces, which stand under a heading for tasks or not; returns those tables (containers), whose cells are then read.
[[nodiscard]] std::set<std::int32_t> table_actions(const std::vector<Piece>& pieces, bool of_tasks, const Context& context, std::vector<Action>& actions);

}  // namespace protokoll

/// Tables of tasks: "Who | What | By when".
#pragma once

#include <set>
#include <vector>

#include "analysis/context.hpp"

namespace protokoll {

/// The columns of a table that its header row names; -1 where it names none.
struct TaskColumns {
  int who = -1, what = -1, due = -1;
};

/// Reads a header row's cell.
void note_column(std::string_view heading, int column, TaskColumns& columns, const Language& language);

/// Adds the tasks of every task table among the pieces; returns those tables (containers), whose cells are then read.
[[nodiscard]] std::set<std::int32_t> table_actions(const std::vector<Piece>& pieces, const Context& context, std::vector<Action>& actions);

}  // namespace protokoll

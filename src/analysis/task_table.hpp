/// Tables of tasks and of decisions: "Who | What | By when", "Topic | Decision".
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "analysis/context.hpp"

namespace protokoll {

/// The columns of a table that its header row names; -1 where it names none.
struct TaskColumns {
  int who = -1, what = -1, due = -1, done = -1;
  int topic = -1, decision = -1;  ///< what an agenda has beside its tasks

  /// A list of tasks, and no agenda with columns for them.
  [[nodiscard]] bool lists_tasks() const { return what >= 0 && (who >= 0 || due >= 0) && decision < 0 && (topic < 0 || topic == what); }
};

/// Reads a header row's cell.
void note_column(std::string_view heading, int column, TaskColumns& columns, const Language& language);

/// What a cell of a column "Status" or "Done" says; nothing if it says neither.
[[nodiscard]] std::optional<bool> says_done(std::string_view cell, const Context& context);

/// Whether a cell of a column for decisions holds one.
[[nodiscard]] bool holds_decision(std::string_view cell, const Context& context);

/// Adds a decision for each row of a table that has a column for them and lists no tasks; returns those tables.
[[nodiscard]] std::set<std::int32_t> table_decisions(const std::vector<Piece>& pieces, Context& context, std::vector<Decision>& decisions);

/// Adds the tasks of every task table among the pieces; returns those tables (containers), whose cells are then read.
[[nodiscard]] std::set<std::int32_t> table_actions(const std::vector<Piece>& pieces, const Context& context, std::vector<Action>& actions);

}  // namespace protokoll

/// What the columns of a table hold, as its header row names them: "Who | What | By when", "Topic | Decision".
#pragma once

#include <optional>
#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

/// The columns of a table that its header row names; -1 where it names none.
struct TaskColumns {
  int who = -1, what = -1, due = -1, done = -1;
  int topic = -1, decision = -1;  ///< what an agenda has beside its tasks
  int outcome = -1;               ///< decisions among other things: "Result / decision"
  bool roles = false;             ///< people with their roles: what they do at the meeting, and no tasks

  /// A list of tasks, and no agenda with columns for them.
  [[nodiscard]] bool lists_tasks() const { return what >= 0 && (who >= 0 || due >= 0) && decision < 0 && !roles && (topic < 0 || topic == what); }
};

/// Reads a header row's cell.
void note_column(std::string_view heading, int column, TaskColumns& columns, const Language& language);

/// What a cell of a column "Status" or "Done" says; nothing if it says neither.
[[nodiscard]] std::optional<bool> says_done(std::string_view cell, const Context& context);

/// Whether a sentence in a column for decisions and other things states one.
[[nodiscard]] bool tells_deed(std::string_view sentence, const Context& context);

/// Whether a cell of a column for decisions holds one.
[[nodiscard]] bool holds_decision(std::string_view cell, const Context& context);

}  // namespace protokoll

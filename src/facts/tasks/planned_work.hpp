/// Work that a place for it gives to whoever the line above names, whatever the words of its sentence are.
#pragma once

#include "facts/tasks/task_signs.hpp"

namespace protokoll {

/// "Mia:" and below it, under "Plans for next week", "mend the boat": what the list holds is hers to do.
[[nodiscard]] bool is_planned_for_somebody(const TaskFrame& frame, const TaskSite& site);

/// Under "Mia:" it is Mia who orders "a ball like Jo's", unless the sentence begins with somebody or marks them.
[[nodiscard]] bool belongs_to_line_above(const TaskFrame& frame, const TaskSite& site);

/// "Light --> Mia", in a document that says so again and again.
[[nodiscard]] bool is_pointed_by_habit(const TaskFrame& frame, const Context& context);

/// "Which browser? -> Any": an answer, not a task.
[[nodiscard]] bool answers_question(const TaskFrame& frame, const Context& context);

}  // namespace protokoll

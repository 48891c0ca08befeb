/// What stands around a sentence that may be a task: lines above it, cells and list items beside it.
#pragma once

#include <vector>

#include "facts/tasks/task_signs.hpp"

namespace protokoll {

/// Adds to a site what the sentence's block and those around it tell.
void find_site(std::string_view text, TaskSite& site, const Context& context);

/// What a task's own words leave open may stand around it: who in the line above its list ("Mia:"), who and by when in the cells behind its own.
void settle(std::string_view text, Action& action, const Context& context);

/// "Mia:" above the list that a text stands in: whose the tasks of the list are.
[[nodiscard]] std::vector<Person> people_above(std::string_view text, const Context& context);

/// The people of a group, without pronouns.
[[nodiscard]] std::vector<Person> people_of(const DoerGroup& group, const Context& context);
/// Whether a text names somebody and says nothing else.
[[nodiscard]] bool only_names(const TaskFrame& frame);

}  // namespace protokoll

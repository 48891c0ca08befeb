/// Tasks: who does what by when.
#pragma once

#include <vector>

#include "facts/tasks/task_signs.hpp"
#include "structure/sections.hpp"

namespace protokoll {

/// Adds the tasks under a label; returns how many pieces of the section they took.
/// `before` is the sentence in front of the label: "AF to ask the printers. Action: AF" is one task with the text of `before`.
std::size_t labelled_actions(const SectionDraft& section, std::string_view before, Context& context, std::vector<Action>& actions);

/// Adds the task of an item of a task list ("- [ ] Kim: order paint"), if it says who is to do it.
bool ticked_action(const Piece& piece, Context& context, std::vector<Action>& actions);

/// The task of a table's row: its text, and the cells that say who and by when (either may be empty).
[[nodiscard]] Action column_action(std::string_view text, std::string_view who, std::string_view due, const Context& context);

/// Adds the task that a sentence gives to somebody, if it gives one; `site` says what is known of its place beside its block.
void prose_actions(std::string_view sentence, const TaskSite& site, Context& context, std::vector<Action>& actions);

}  // namespace protokoll

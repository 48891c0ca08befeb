/// What speaks for a sentence being somebody's task.
#pragma once

#include "facts/tasks/task_frame.hpp"

namespace protokoll {

/// Where a sentence stands.
struct TaskSite {
  bool label = false;    ///< under or behind a label for one task ("Action:")
  bool heading = false;  ///< in a section of tasks
  bool box = false;      ///< item of a list with boxes to tick
  bool item = false;     ///< item of a list
  WordClasses title;             ///< what the words of the agenda item's title are
  std::string_view section = {};  ///< what the section holds: a label's key
  bool opens = false;    ///< first sentence of its block
  bool closes = false;   ///< last sentence of its block
  bool below_task_line = false;    ///< the nearest heading or short line above names tasks
  bool below_done = false;         ///< what stands above names tasks that are done
  bool planned = false;            ///< what stands above names work to come: tasks, plans for the next weeks
  bool owned = false;              ///< a line above or a cell beside it says whose it is
  bool named_above = false;        ///< a line above does
  bool neighbours_marked = false;  ///< the blocks beside it in a list say who
  bool neighbours_act = false;     ///< and begin with work
  std::string_view before = {};    ///< the sentence in front of it in its block
};

[[nodiscard]] Features task_features(const TaskFrame& frame, const TaskSite& site, const Context& context);

/// The last two letters of a word in lower case: what kind of verb it may be.
[[nodiscard]] std::string ending(std::string_view word);

}  // namespace protokoll

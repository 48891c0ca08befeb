/// What speaks for a sentence being somebody's task, and who is meant.
#pragma once

#include "facts/doers.hpp"

namespace protokoll {

/// Where a sentence stands.
struct TaskSite {
  bool label = false;    ///< under or behind a label for one task ("Action:")
  bool heading = false;  ///< in a section of tasks
  bool box = false;      ///< item of a list with boxes to tick
  bool item = false;     ///< item of a list
  bool below_task_line = false;    ///< the nearest heading or short line above names tasks
  bool neighbours_marked = false;  ///< the blocks beside it in a list say who
  bool neighbours_act = false;     ///< and begin with work
};

/// A sentence taken apart for the question whether it is a task.
struct TaskFrame {
  std::string_view text;
  Tokens tokens;
  std::size_t start = 0;  ///< the first token behind bullets and a label
  bool boxed = false;       ///< a box stands in front
  bool announced = false;   ///< begins with a word for a task and a colon ("TODO:")
  std::vector<DoerGroup> groups;
};

[[nodiscard]] TaskFrame task_frame(std::string_view sentence, const Context& context);
[[nodiscard]] Features task_features(const TaskFrame& frame, const TaskSite& site, const Context& context);
/// Whether somebody is named in a place made for it: in front of a colon, behind an arrow, in brackets at the end.
[[nodiscard]] bool is_marked(const TaskFrame& frame);
/// "Mia takes care of …", "the Clerk was asked to …", "@mia orders …": says so in front, and nothing denies or clouds it.
[[nodiscard]] bool is_plainly_given(const TaskFrame& frame);
[[nodiscard]] bool begins_with_work(const TaskFrame& frame);
/// The group that has to do it: its place in TaskFrame::groups; -1 if nobody is named.
[[nodiscard]] int doing_group(const TaskFrame& frame, const Context& context);

}  // namespace protokoll

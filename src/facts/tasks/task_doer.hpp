/// Which of those that a task's sentence names have to do it.
#pragma once

#include <vector>

#include "facts/tasks/task_signs.hpp"

namespace protokoll {

/// Their places in TaskFrame::groups, in order; empty if nobody is named.
[[nodiscard]] std::vector<std::size_t> doing_groups(const TaskFrame& frame, const Context& context);

}  // namespace protokoll

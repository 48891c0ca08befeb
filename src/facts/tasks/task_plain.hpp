/// Sentences that leave no doubt that they give somebody something to do, whatever else stands around them.
#pragma once

#include "facts/tasks/task_frame.hpp"

namespace protokoll {

/// Whether it is known whom a pronoun means.
enum class Pronouns { unknown, known };

/// "Mia takes care of …", "the Clerk was asked to …", "@mia orders …", "Mia: order …", "… (task Mia)", "… → Mia": says so, and nothing denies or clouds it.
[[nodiscard]] bool is_plainly_given(const TaskFrame& frame, const Context& context, Pronouns pronouns = Pronouns::unknown);

/// "Plan of the jetty assigned to Mia": who is named last has to do it.
[[nodiscard]] bool is_assigned(const TaskFrame& frame);

}  // namespace protokoll

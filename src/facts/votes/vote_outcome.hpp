/// What a whole vote comes to, once all lines that tell of it are read.
#pragma once

#include "protokoll/model.hpp"

namespace protokoll {

/// Whether only "none against" is told.
[[nodiscard]] bool none_against(const Vote& vote);

/// The outcome that counts imply where no words say it; "adopted, none against" is as good as unanimous.
void settle(Vote& vote);

/// The same, of a decision and its vote. What is told as lost and counted as won has no outcome.
void settle(Decision& decision);

enum class Joined { clash, nothing_new, added };

/// Adds what another line tells of the same vote, unless they contradict each other.
[[nodiscard]] Joined add_counts(Vote& vote, const Vote& more);

}  // namespace protokoll

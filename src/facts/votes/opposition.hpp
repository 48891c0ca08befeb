/// Votes that were cast against what they were about.
#pragma once

#include <vector>

#include "facts/votes/vote_parts.hpp"

namespace protokoll {

/// "They voted 7 to 1 against the plan", "unanimously against it": the word of the side behind all votes is what they did, and is read as a refusal.
void read_opposition(std::vector<Part>& parts, const Context& context);

}  // namespace protokoll

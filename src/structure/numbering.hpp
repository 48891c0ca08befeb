/// What the numbers of the blocks chosen as items say of the choice: a series has no gaps, a number far from all others is none.
#pragma once

#include <vector>

#include "structure/candidates.hpp"
#include "structure/signs.hpp"

namespace protokoll {

/// Mends the choice (one flag a candidate); `family` are the members of the winning family.
void count_on(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const std::vector<std::size_t>& family, const Context& context, std::vector<bool>& chosen);

}  // namespace protokoll

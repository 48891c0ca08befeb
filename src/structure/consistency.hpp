/// What the document as a whole says of the blocks chosen as items: what its head tells is none, nor is a group of the printed agenda.
#pragma once

#include <vector>

#include "structure/candidates.hpp"
#include "structure/signs.hpp"

namespace protokoll {

/// Mends the choice (one flag a candidate); `family` are the members of the winning family.
void make_consistent(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const std::vector<std::size_t>& family, const Context& context, std::vector<bool>& chosen);

}  // namespace protokoll

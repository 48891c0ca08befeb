/// What the whole document says of a block: how many look like it, whether they count up, where it stands, what it stands under.
#pragma once

#include <vector>

#include "structure/signs.hpp"

namespace protokoll {

/// Adds these signs to those that each candidate shows of itself.
void add_document_signs(const std::vector<Candidate>& candidates, const Document& document, std::vector<Signs>& signs);

}  // namespace protokoll

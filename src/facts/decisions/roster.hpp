/// Lists of who got which office: an entry each, under what says that there was an election.
#pragma once

#include <vector>

#include "facts/decisions/passages.hpp"

namespace protokoll {

/// For each unit: whether it is an entry of such a list; `title` is the item's, empty outside the items.
[[nodiscard]] std::vector<bool> elected_in_lists(const std::vector<Passage>& units, std::string_view title, const Context& context);

}  // namespace protokoll

/// Tables whose heading says in which column the topics stand.
#pragma once

#include <vector>

#include "structure/signs.hpp"

namespace protokoll {

/// "Topic | Notes | Actions": where cells of the column of topics are items, all of them are.
void complete_topics(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const Context& context, std::vector<bool>& chosen);

}  // namespace protokoll

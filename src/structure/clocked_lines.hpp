/// Paragraphs that each begin with a time of day, later and later: the topics of a meeting whose course is noted by the clock.
#pragma once

#include <vector>

#include "structure/candidates.hpp"

namespace protokoll {

/// Parts the times of such a series from the titles behind them; nothing if there are fewer than three, or if they jump to and fro.
void part_clocks(std::vector<Candidate>& candidates, const Context& context);

/// Where nothing else was chosen as an item, the lines of the series are.
void take_clocked(const std::vector<Candidate>& candidates, const Context& context, std::vector<bool>& chosen);

}  // namespace protokoll

/// Votes in bare figures: "14:0:1", "(10/4/1)", "carried 5-1".
#pragma once

#include <vector>

#include "facts/votes/vote_parts.hpp"

namespace protokoll {

/// A count that is printed as it is.
[[nodiscard]] bool is_figure(const Part& part);

/// Whether a word that tells what came of a vote stands close to the parts from `first` to `last`.
[[nodiscard]] bool near_outcome(const std::vector<Part>& parts, std::size_t first, std::size_t last);

/// The places of two or three figures that are yes, no and abstentions; none if there are none. `told` as for count_ballot.
[[nodiscard]] std::vector<std::size_t> vote_figures(const std::vector<Part>& parts, bool told);

}  // namespace protokoll

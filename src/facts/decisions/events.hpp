/// What each unit of an item does: decide, accept what stands before, move; weighed by its signs and its neighbours'.
#pragma once

#include <string_view>
#include <vector>

#include "facts/decisions/passages.hpp"

namespace protokoll {

/// The answers for one unit, each 0..1.
struct UnitEvent {
  double decides = 0;   ///< by its own words: a decision and what it is
  double accepts = 0;   ///< by its own words: what stands before is accepted or refused
  double moves = 0;     ///< by its own words: something is moved
  double decision = 0;  ///< with all around it: its text is that of a decision taken
  bool elected = false;  ///< an entry of a list of those elected
  WordClasses classes;
};

/// `title` is the item's; empty outside the items. As many as there are units.
[[nodiscard]] std::vector<UnitEvent> weigh_units(const std::vector<Passage>& units, std::string_view title, const Context& context);

}  // namespace protokoll

/// Which blocks open the agenda's items: three questions, each answered with those before it known.
///
/// 1. "opener": does this block look like the begin of an item, by what it and its neighbours show?
/// 2. "family": which family of like blocks explains the document best as its agenda?
/// 3. "item": does this block open an item, given its own looks and the winning family?
#pragma once

#include <vector>

#include "structure/families.hpp"

namespace protokoll {

/// The candidates that open items, in document order, each with how deep it is nested (0: an item of the agenda).
struct AgendaItemPlace {
  Candidate candidate;
  int depth = 0;
};

[[nodiscard]] std::vector<AgendaItemPlace> find_agenda(const std::vector<Unit>& units, const Context& context);

}  // namespace protokoll

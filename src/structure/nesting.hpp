/// How agenda items stand inside each other.
#pragma once

#include <vector>

#include "structure/agenda.hpp"

namespace protokoll {

/// Sets the depth of each by the rank of its style and the dots of its number: "3.2" stands inside "3".
void nest(std::vector<AgendaItemPlace>& places, const Context& context);

}  // namespace protokoll

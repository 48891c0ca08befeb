/// What only the rules of `check` ask of a document.
#pragma once

#include "structure/context.hpp"

namespace protokoll {

/// Fills `context.minutes.observations`; the minutes must be complete otherwise.
void observe(Context& context);

}  // namespace protokoll

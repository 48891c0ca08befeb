/// Cuts the whole visible text into tiles.
#pragma once

#include "structure/context.hpp"

namespace protokoll {

/// Makes the tiles of `context.marks`, or, without `all`, only the residue: visible text that nothing claimed, so that nothing is lost.
void make_tiles(bool all, Context& context);

}  // namespace protokoll

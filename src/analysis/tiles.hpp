/// Cuts the whole visible text into tiles.
#pragma once

#include "analysis/context.hpp"

namespace protokoll {

/// Makes the tiles of `context.marks`; visible text that nothing claimed becomes residue, so that nothing is lost.
void make_tiles(Context& context);

}  // namespace protokoll

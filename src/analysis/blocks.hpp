/// Pieces of the document as the model's paragraphs, lists and tables.
#pragma once

#include <vector>

#include "analysis/context.hpp"

namespace protokoll {

[[nodiscard]] std::vector<Block> to_blocks(const std::vector<Piece>& pieces, const Context& context);

}  // namespace protokoll

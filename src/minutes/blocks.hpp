/// Pieces of the document as the model's paragraphs, lists and tables.
#pragma once

#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// What becomes of the source's own line ends within a paragraph: in a head every line may be a fact of its own.
enum class SoftLines { folded, kept };

[[nodiscard]] std::vector<Block> to_blocks(const std::vector<Piece>& pieces, const Context& context, SoftLines lines = SoftLines::folded);

/// The links in these pieces, in document order.
[[nodiscard]] std::vector<Link> links_in(const std::vector<Piece>& pieces, const Context& context);

}  // namespace protokoll

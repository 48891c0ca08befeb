/// What is struck out or raised within texts: it goes along with them, and is no part of them.
#pragma once

#include <span>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// The document's asides within a range of its text; at its end only where the range ends its block.
[[nodiscard]] std::span<const DocumentAside> asides_in(Range range, const Context& context);

/// The model's asides of a text that stands at `range`; none that is a block of its own.
[[nodiscard]] std::vector<Aside> asides_of(Range range, const Context& context);

/// A struck block as a text without words that hold.
[[nodiscard]] Text struck_text(const DocumentAside& aside, const Context& context);

}  // namespace protokoll

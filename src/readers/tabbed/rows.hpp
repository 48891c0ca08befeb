/// The lines of a document in the dialect `tabbed`: rows `LABEL⇥CELL[⇥CELL…]` and what stands around them.
#pragma once

#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll::tabbed {

/// A row with its cells (the first is the label), or, without cells, a stretch of lines that are no row. Offsets in the text.
struct Part {
  Span range;
  std::vector<Span> cells = {};
};

/// The parts in order; together they are the text but for line ends.
[[nodiscard]] std::vector<Part> split(std::string_view text);

/// Whether any line is a row with a number for its label and markup in its cell.
[[nodiscard]] bool has_row(std::string_view text);

}  // namespace protokoll::tabbed

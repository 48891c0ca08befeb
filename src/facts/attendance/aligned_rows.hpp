/// Rows of text whose columns are aligned by blanks.
#pragma once

#include <vector>

#include "facts/attendance/people_lines.hpp"
#include "structure/table_cells.hpp"

namespace protokoll {

/// The rows from a line on, each cut at the wide gaps of its source, by column; empty if the line has no gap.
[[nodiscard]] TableCells aligned_rows(const std::vector<PeopleLine>& lines, std::size_t from, const Context& context);

}  // namespace protokoll

/// Columns that say of which kind each row of a protocol table is: "I", "B", "A" between its number and its text.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace protokoll {

/// For each block whether it is such a code: a cell of one to three capitals in a column of nothing else, right behind that of the numbers.
[[nodiscard]] std::vector<bool> find_codes(const Document& document);

}  // namespace protokoll

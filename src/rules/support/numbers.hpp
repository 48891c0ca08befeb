/// The numbers of agenda items as numbers.
#pragma once

#include <vector>

#include "protokoll/model.hpp"

namespace protokoll {

/// The last part of each item's number ("2.3" is 3), if all items of the list have one in digits, printed in the document and
/// with the same parts before it; else empty.
[[nodiscard]] std::vector<int> numbers_of(const std::vector<AgendaItem>& list);

}  // namespace protokoll

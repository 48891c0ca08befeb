/// How much is said about one document.
#pragma once

#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll {

/// How many diagnostics one document is given.
inline constexpr std::size_t max_diagnostics = 1000;

/// Leaves the first max_diagnostics. Where there were more, one "diagnostics-left-out" behind them says how many, as severe as the
/// most severe of those.
void limit(std::vector<Diagnostic>& diagnostics);

}  // namespace protokoll

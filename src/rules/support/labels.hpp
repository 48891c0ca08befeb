/// How labels are printed.
#pragma once

#include "rules/rule.hpp"

namespace protokoll {

/// Whether words stand out as a label does: a colon ends them, or markup for headings or emphasis stands in front.
/// A word of the language's labels that does neither may be a cell or a sentence of its own.
[[nodiscard]] bool is_printed_as_label(const CheckInput& input, Span words);

/// Whether a colon ends the words or stands behind them and the end of their markup: something is announced.
[[nodiscard]] bool ends_with_colon(const CheckInput& input, Span words);

}  // namespace protokoll

/// Everything in a text that could be a date by its form.
#pragma once

#include <vector>

#include "words/bits.hpp"
#include "words/dates.hpp"

namespace protokoll {

/// A date and the bits it covers, half-open.
struct DateCandidate {
  std::size_t begin = 0, end = 0;
  DateMatch date;
};

/// Candidates may overlap; in order of their begin.
[[nodiscard]] std::vector<DateCandidate> scan_dates(const Bits& bits, const Language& language);

}  // namespace protokoll

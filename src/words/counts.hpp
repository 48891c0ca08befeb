/// Numbers that are printed in groups of three digits: "5.712", "5,712", "5'712".
#pragma once

#include <optional>
#include <string_view>

namespace protokoll {

/// A count as printed, and what it says.
struct Count {
  std::string_view printed;
  int value = 0;
};

/// The count of which `digits`, a view into `text`, is all or a group. Nothing where the digits are but a part of something else: of a decimal
/// fraction, or perhaps of a number whose groups are set apart by plain spaces. What lies within `match` is taken to be understood.
[[nodiscard]] std::optional<Count> whole_count(std::string_view text, std::string_view match, std::string_view digits);

}  // namespace protokoll

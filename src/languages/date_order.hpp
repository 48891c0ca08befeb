/// What settles "02/03/2021".
#pragma once

#include <string>
#include <string_view>

namespace protokoll {

enum class DateOrder { unknown, day_first, month_first };

/// The order that a language file names: "day first" or "month first".
[[nodiscard]] inline DateOrder date_order(std::string_view words) {
  return words == "day first" ? DateOrder::day_first : words == "month first" ? DateOrder::month_first : DateOrder::unknown;
}

/// Where a document's language is at home.
struct Region {
  std::string tag;  ///< BCP 47 with its region ("en-GB"); empty if nobody said
  DateOrder order = DateOrder::unknown;
};

}  // namespace protokoll

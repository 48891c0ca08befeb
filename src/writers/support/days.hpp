/// Dates and times as calendars write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protokoll/model.hpp"

namespace protokoll {

/// The first and last day of an EDTF date that names days ("2017-11-09", "2019-10-05/2019-10-06"); nothing for a month, or one that is uncertain.
struct Days {
  std::string first, last;
};
[[nodiscard]] std::optional<Days> days(std::string_view date);

/// "2017-11-09T18:00:00", the local time of the place: minutes state no zone. The day alone where there is no time, empty where there is no day.
[[nodiscard]] std::string start_of(std::string_view date, std::string_view time);
/// Likewise of the end; empty where the time lies before the start's, since nobody says on which day that is.
[[nodiscard]] std::string end_of(const Meeting& meeting);

}  // namespace protokoll

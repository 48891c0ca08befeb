/// Dates as the model holds them (EDTF), compared and counted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protokoll/model.hpp"

namespace protokoll {

/// The first day of an EDTF date or interval; empty if it is no full date.
[[nodiscard]] std::string first_day(std::string_view edtf);
[[nodiscard]] std::string last_day(std::string_view edtf);

/// Whether the words print the year that the value has; a year that was only inferred proves nothing.
[[nodiscard]] bool prints_year(const Stated& date);

/// `day` in the first year in which it comes after `other`; for 29 February the first that has one.
[[nodiscard]] std::string next_after(std::string_view day, std::string_view other);

/// The edit that gives a printed date this year, or nothing if its year is not printed in digits.
[[nodiscard]] std::optional<Edit> change_year(std::string_view printed, Span place, std::string_view year);

}  // namespace protokoll

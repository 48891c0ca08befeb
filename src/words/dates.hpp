/// Dates as minutes print them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "languages/language.hpp"

namespace protokoll {

/// A calendar day; `year` 0 where none is printed.
struct Day {
  int year = 0, month = 0, day = 0;

  friend bool operator==(const Day&, const Day&) = default;
};

/// The first day of an EDTF value ("2019-10-05/2019-10-06"); nothing where it is no whole day.
[[nodiscard]] std::optional<Day> first_day(std::string_view edtf);

/// A date of one day or several, and the words it stands in.
struct DateMatch {
  Day first, last;                 ///< the same for one day
  bool ambiguous = false;          ///< "03/04/2020": day and month could be either
  std::string reason;              ///< what settled which of two numbers is the day; empty where nothing had to
  std::optional<int> weekday;      ///< ISO 8601, as printed beside it
  std::string_view text;

  /// Reads an ambiguous date as the region does, if it is known.
  void settle(const Region& region);
  /// EDTF (ISO 8601-2 level 1); `year` is used where none is printed. Empty if a year is missing or the day does not exist.
  [[nodiscard]] std::string edtf(int year = 0) const;
  /// EDTF of a day to come, announced on the day `meeting` (EDTF, or empty): without a year it lies in that year, and in the next
  /// if its month is an earlier one.
  [[nodiscard]] std::string edtf_after(std::string_view meeting) const;
};

/// All dates in a text, in order: 09. November 2017 · 09.11.17 · 2017-11-09 · March 30, 2022 · 4-6 November 2014 · 14./15. Mai …
[[nodiscard]] std::vector<DateMatch> find_dates(std::string_view text, const Language& language);

/// Whether a text is no more than the date found in it, but for marks.
[[nodiscard]] bool is_only_date(std::string_view text, std::string_view date);

[[nodiscard]] bool exists(const Day& day);
/// ISO 8601 weekday, Monday = 1.
[[nodiscard]] int weekday_of(const Day& day);
/// Days from the first to the second; both need a year.
[[nodiscard]] int days_between(const Day& from, const Day& to);

}  // namespace protokoll

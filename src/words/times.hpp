/// Times of day as minutes print them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "languages/language.hpp"

namespace protokoll {

struct TimeMatch {
  std::string start, end;  ///< HH:MM; `end` empty if it is no range
  std::string_view start_text, end_text, text;
  bool half_open = false;  ///< of the twelve hours of a clock face; which half of the day is not printed
};

/// Whether figures without a word or colon ("19.05", "1905") may be a time: only where nothing else can stand, or behind "at".
enum class BareFigures { no_time, behind_preposition, time };

/// All times of day, in order: 11:00 – 16:30 Uhr · 19 Uhr · 7.30 pm · 20h15 · half past seven. A bare number is no time.
[[nodiscard]] std::vector<TimeMatch> find_times(std::string_view text, const Language& language, BareFigures bare = BareFigures::no_time);

}  // namespace protokoll

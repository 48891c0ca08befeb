#include <fmt/format.h>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

// "30.2." may be the number of a section.
bool is_surely_a_date(const std::string& printed) {
  const auto last_stop = printed.rfind('.');
  const bool only_digits = printed.find_first_not_of("0123456789. ") == std::string::npos;
  return !only_digits || printed.find_first_of("0123456789", last_stop) != std::string::npos;
}

void check(const CheckInput& input, Reporter& report) {
  for (const auto& date : input.seen().dates)
    if (!date.exists && is_surely_a_date(date.printed)) report.add(date.span, fmt::format("there is no such day: {}", date.printed));
}

}  // namespace

extern const Rule rule_impossible_date;
const Rule rule_impossible_date{
    .id = "PK013",
    .name = "impossible-date",
    .severity = Severity::error,
    .summary = "A date is not in the calendar.",
    .why = "A deadline or meeting on such a day never comes.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Work begins on 31 June 2024.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Work begins on 30 June 2024.\n",
    .check = check};

}  // namespace protokoll

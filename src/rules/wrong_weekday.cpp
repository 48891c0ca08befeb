#include <fmt/format.h>

#include <string_view>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

constexpr std::string_view names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

void check(const CheckInput& input, Reporter& report) {
  for (const auto& date : input.seen().dates) {
    const bool one_day = date.value.find('/') == std::string::npos;
    if (!date.weekday || !date.true_weekday || date.weekday == date.true_weekday || !one_day) continue;
    report.add(date.span, fmt::format("{} is a {}, not a {}", date.value, names[date.true_weekday - 1], names[date.weekday - 1]));
  }
}

}  // namespace

extern const Rule rule_wrong_weekday;
const Rule rule_wrong_weekday{
    .id = "PK014",
    .name = "wrong-weekday",
    .severity = Severity::error,
    .summary = "The weekday printed with a date is not that of the date.",
    .why = "One of the two is wrong, and half of the people come on the wrong day.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Work begins on Monday, 9 January 2024.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Work begins on Tuesday, 9 January 2024.\n",
    .check = check};

}  // namespace protokoll

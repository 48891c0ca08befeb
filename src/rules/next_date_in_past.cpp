#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/dates.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto held = first_day(input.minutes.meeting.date.value);
  if (held.empty()) return;
  for (const auto& next : input.minutes.meeting.next) {
    const auto day = first_day(next.date.value);
    if (day.empty() || day > held || !prints_year(next.date)) continue;
    if (day == held) {
      report.add(next.date.span, fmt::format("the next meeting is announced for the day of this one ({})", held));
      continue;
    }
    const auto likely = next_after(day, held);
    if (likely.empty()) continue;
    std::vector<Fix> fixes;
    if (const auto edit = input.source.encoding() == "UTF-8" ? change_year(input.text(next.date.span), next.date.span, likely.substr(0, 4)) : std::nullopt)
      fixes.push_back({fmt::format("change the year to {}", likely.substr(0, 4)), {*edit}, false});
    report.add(next.date.span, fmt::format("the next meeting ({}) is not after this one ({}); {} is likely", day, held, likely), std::move(fixes));
  }
}

}  // namespace

extern const Rule rule_next_date_in_past;
const Rule rule_next_date_in_past{
    .id = "PK012",
    .name = "next-date-in-past",
    .severity = Severity::error,
    .summary = "The next meeting is announced for a day that is not after this one.",
    .why = "The year of the last minutes was copied, or the year turned; whoever enters the date into a calendar misses the meeting.",
    .bad = "# Minutes of the 4th board meeting, 9 November 2023\n\n"
           "## 1. Dates\n\nThe next meeting takes place on 11 January 2023.\n",
    .good = "# Minutes of the 4th board meeting, 9 November 2023\n\n"
            "## 1. Dates\n\nThe next meeting takes place on 11 January 2024.\n",
    .check = check,
    .fix = "unsafe"};

}  // namespace protokoll

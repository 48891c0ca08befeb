#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/dates.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto held = first_day(input.minutes.meeting.date.value);
  const auto test = [&](const Stated& due) {
    const auto day = last_day(due.value);
    if (held.empty() || day.empty() || day >= held || !prints_year(due)) return;
    report.add(due.span, fmt::format("due on {}, before the meeting of {}", day, held));
  };
  for (const auto* action : all_actions(input.minutes))
    if (!action->done.value_or(false)) test(action->due);
  for (const auto* decision : all_decisions(input.minutes)) test(decision->due);
}

}  // namespace

extern const Rule rule_due_before_meeting;
const Rule rule_due_before_meeting{
    .id = "PK016",
    .name = "due-before-meeting",
    .severity = Severity::warning,
    .summary = "Something is due before the meeting took place.",
    .why = "The year or month was mistyped, and the reminder never comes.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Action: Mia Weber to ask for offers by 12 January 2023.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Action: Mia Weber to ask for offers by 12 January 2024.\n",
    .check = check};

}  // namespace protokoll

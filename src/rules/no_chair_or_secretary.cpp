#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto& meeting = input.minutes.meeting;
  if (meeting.chair.empty() && meeting.secretary.empty()) report.add(top(input.minutes), "the minutes name neither who led the meeting nor who wrote them");
  else if (meeting.chair.empty()) report.add(top(input.minutes), "the minutes do not name who led the meeting");
  else if (meeting.secretary.empty()) report.add(top(input.minutes), "the minutes do not name who wrote them");
}

}  // namespace

extern const Rule rule_no_chair_or_secretary;
const Rule rule_no_chair_or_secretary{
    .id = "PK004",
    .name = "no-chair-or-secretary",
    .severity = Severity::note,
    .summary = "The minutes do not name who led the meeting or who wrote them.",
    .why = "Somebody must be able to answer for what stands in the minutes.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\nChair: Mia Weber\n\n## 1. Roof\n\n"
            "Three offers are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\nChair: Mia Weber\n\n"
            "Minutes: Ole Krug\n\n## 1. Roof\n\nThree offers are in.\n",
    .check = check};

}  // namespace protokoll

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

// A date without its year, or one whose day and month could be either, is a date all the same.
bool prints_date(const CheckInput& input) {
  const auto& minutes = input.minutes;
  // The first item may begin with the head itself, where no line sets them apart.
  constexpr std::size_t head = 1500;
  const auto body = minutes.agenda.empty() ? minutes.source.bytes : std::max(minutes.agenda.front().span.begin, top(minutes).begin + head);
  return std::any_of(input.seen().dates.begin(), input.seen().dates.end(), [&](const PrintedDate& date) { return date.span.begin < body; });
}

void check(const CheckInput& input, Reporter& report) {
  if (!input.minutes.meeting.date && !prints_date(input)) report.add(top(input.minutes), "the minutes do not say on which day the meeting took place");
}

}  // namespace

extern const Rule rule_no_date;
const Rule rule_no_date{
    .id = "PK002",
    .name = "no-date",
    .severity = Severity::warning,
    .summary = "The minutes do not say on which day the meeting took place.",
    .why = "Decisions take effect on a day, and periods run from it.",
    .bad = "# Minutes of the board meeting\n\n## 1. Roof\n\nThree offers are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n",
    .check = check};

}  // namespace protokoll

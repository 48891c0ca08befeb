#include <fmt/format.h>

#include <string_view>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto& meeting = input.minutes.meeting;
  constexpr std::string_view morning = "06:00";  // until then it is the night after
  if (!meeting.start || !meeting.end || meeting.end.value >= meeting.start.value || meeting.end.value < morning) return;
  if (meeting.date.value.find('/') != std::string::npos) return;  // of several days
  report.add(meeting.end.span, fmt::format("the meeting ends at {} but begins at {}", meeting.end.value, meeting.start.value));
}

}  // namespace

extern const Rule rule_end_before_start;
const Rule rule_end_before_start{
    .id = "PK015",
    .name = "end-before-start",
    .severity = Severity::error,
    .summary = "The meeting ends before it begins.",
    .why = "One of the two times is wrong.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\nStart: 18:00\n\nEnd: 17:30\n\n"
            "## 1. Roof\n\nThree offers are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\nStart: 18:00\n\nEnd: 19:30\n\n"
            "## 1. Roof\n\nThree offers are in.\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto& meeting = input.minutes.meeting;
  const auto& attendance = meeting.attendance;
  constexpr std::size_t fewest = 3;  // a list of one or two names is hardly a list of all
  if (attendance.present.size() < fewest) return;
  const auto present = static_cast<int>(attendance.present.size() + attendance.guests.size() + meeting.chair.size() + meeting.secretary.size());
  for (const auto* vote : all_votes(input.minutes)) {
    const int votes = vote->yes.value_or(0) + vote->no.value_or(0) + vote->abstain.value_or(0);
    if (votes > present) report.add(vote->span, fmt::format("{} votes, but {} people on the attendance list", votes, attendance.present.size() + attendance.guests.size()));
  }
}

}  // namespace

extern const Rule rule_vote_exceeds_present;
const Rule rule_vote_exceeds_present{
    .id = "PK024",
    .name = "vote-exceeds-present",
    .severity = Severity::warning,
    .summary = "More votes were counted than people were present.",
    .why = "The count or the attendance list is wrong, and the decision may be challenged for it.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n"
            "Present: Mia Weber, Ole Krug, Jan Voss, Eva Lund\n\n## 1. Roof\n\n"
            "**Decision:** The roof gets slate (5 in favour, 1 against, 0 abstentions).\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n"
            "Present: Mia Weber, Ole Krug, Jan Voss, Eva Lund\n\n## 1. Roof\n\n"
            "**Decision:** The roof gets slate (3 in favour, 1 against, 0 abstentions).\n",
    .check = check};

}  // namespace protokoll

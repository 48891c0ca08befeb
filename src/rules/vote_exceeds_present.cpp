#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

// Who can be counted: somebody may stand on several lists.
std::size_t people(const Minutes& minutes) {
  const auto& meeting = minutes.meeting;
  std::set<std::string_view> names;
  for (const auto* list : {&meeting.attendance.present, &meeting.attendance.guests, &meeting.chair, &meeting.secretary})
    for (const auto& person : *list) names.insert(person.name);
  return names.size();
}

// A row of an attendance table that was not understood may be somebody who voted.
bool is_understood(const Minutes& minutes) {
  const auto& lists = minutes.meeting.attendance;
  const auto understood = lists.present.size() + lists.guests.size() + lists.excused.size() + lists.absent.size();
  return std::none_of(minutes.head.begin(), minutes.head.end(), [&](const Block& block) { return block.rows.size() > understood + 1; });
}

void check(const CheckInput& input, Reporter& report) {
  const auto& meeting = input.minutes.meeting;
  const auto& attendance = meeting.attendance;
  constexpr std::size_t fewest = 3;  // a list of one or two names is hardly a list of all
  if (attendance.present.size() < fewest) return;
  if (!is_understood(input.minutes)) return;
  // Who says how many voters or votes there were need not name them all.
  const auto& said = input.seen().statements;
  if (std::any_of(said.begin(), said.end(), [](const Statement& one) { return one.what == "counted"; })) return;
  const auto present = static_cast<int>(people(input.minutes));
  // Whoever else is named may have come later.
  const auto named = std::max(present, static_cast<int>(input.minutes.people.size()));
  for (const auto* vote : all_votes(input.minutes)) {
    const int votes = vote->yes.value_or(0) + vote->no.value_or(0) + vote->abstain.value_or(0);
    // If there were more than twice as many, the list names only some of those present.
    if (votes > named && votes <= 2 * present) report.add(vote->span, fmt::format("{} votes, but the minutes name {} people", votes, named));
  }
}

}  // namespace

extern const Rule rule_vote_exceeds_present;
const Rule rule_vote_exceeds_present{
    .id = "PK024",
    .name = "vote-exceeds-present",
    .severity = Severity::note,
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

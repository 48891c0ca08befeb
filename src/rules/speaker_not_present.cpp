#include <fmt/format.h>

#include <set>

#include "rules/rule.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

std::set<std::string> last_names(const Meeting& meeting) {
  std::set<std::string> names;
  for (const auto* list : {&meeting.attendance.present, &meeting.attendance.guests, &meeting.chair, &meeting.secretary})
    for (const auto& person : *list) names.insert(without_marks(last_name(person.name)));
  return names;
}

void check(const CheckInput& input, Reporter& report) {
  const auto& meeting = input.minutes.meeting;
  constexpr std::size_t fewest = 3;  // a list of one or two names is hardly a list of all
  if (meeting.attendance.present.size() < fewest) return;
  const auto present = last_names(meeting);
  std::set<std::string> told;
  for (const auto& statement : input.seen().statements) {
    if (statement.what != "speaks") continue;
    const auto name = without_marks(last_name(statement.name));
    if (!present.contains(name) && told.insert(name).second) report.add(statement.span, fmt::format("{} speaks but is not on the attendance list", statement.name));
  }
}

}  // namespace

extern const Rule rule_speaker_not_present;
const Rule rule_speaker_not_present{
    .id = "PK042",
    .name = "speaker-not-present",
    .severity = Severity::note,
    .summary = "Somebody speaks who is not on the attendance list.",
    .why = "The list is incomplete, or the name is wrong.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n"
            "Present: Mia Weber, Ole Krug, Jan Voss\n\n## 1. Roof\n\nMs Lund presents three offers.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n"
            "Present: Mia Weber, Ole Krug, Jan Voss\n\n## 1. Roof\n\nMs Weber presents three offers.\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include <set>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto& attendance = input.minutes.meeting.attendance;
  std::set<std::string> present;
  for (const auto& person : attendance.present) present.insert(person.name);
  for (const auto* away : {&attendance.excused, &attendance.absent})
    for (const auto& person : *away)
      if (present.contains(person.name)) report.add(person.span, fmt::format("{} is also on the list of those present", person.name));
}

}  // namespace

extern const Rule rule_present_and_excused;
const Rule rule_present_and_excused{
    .id = "PK043",
    .name = "present-and-excused",
    .severity = Severity::error,
    .summary = "Somebody is listed as present and as excused or absent.",
    .why = "Quorum and votes are counted from these lists.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n"
            "Present: Mia Weber, Ole Krug, Jan Voss\n\nExcused: Ole Krug\n\n## 1. Roof\n\n"
            "Three offers are in.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\nPresent: Mia Weber, Jan Voss\n\n"
            "Excused: Ole Krug\n\n## 1. Roof\n\nThree offers are in.\n",
    .check = check};

}  // namespace protokoll

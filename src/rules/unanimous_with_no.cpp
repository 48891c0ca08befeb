#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  for (const auto* vote : all_votes(input.minutes))
    if (vote->unanimous && vote->no.value_or(0) > 0) report.add(vote->span, fmt::format("a vote with {} against is not unanimous", *vote->no));
}

}  // namespace

extern const Rule rule_unanimous_with_no;
const Rule rule_unanimous_with_no{
    .id = "PK025",
    .name = "unanimous-with-no",
    .severity = Severity::error,
    .summary = "A vote is called unanimous but counts a vote against.",
    .why = "One of the two is wrong; the minutes contradict themselves.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "**Decision:** The roof gets slate (unanimous, 5 in favour, 1 against).\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "**Decision:** The roof gets slate (unanimous, 6 in favour, 0 against).\n",
    .check = check};

}  // namespace protokoll

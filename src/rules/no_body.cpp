#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto& meeting = input.minutes.meeting;
  if (!meeting.organization && !meeting.series) report.add(top(input.minutes), "the minutes do not name the body that met");
}

}  // namespace

extern const Rule rule_no_body;
const Rule rule_no_body{
    .id = "PK003",
    .name = "no-body",
    .severity = Severity::note,
    .summary = "The minutes do not say who met.",
    .why = "Out of their folder, minutes without the name of the body are anybody's.",
    .bad = "# 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n",
    .good = "# Minutes of the board meeting of the Harbour Association\n\n9 November 2023\n\n"
            "## 1. Roof\n\nThree offers are in.\n",
    .check = check};

}  // namespace protokoll

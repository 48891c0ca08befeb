#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  for (const auto* action : all_actions(input.minutes))
    if (action->by == By::label && action->assignees.empty()) report.add(action->span, fmt::format("nobody is named who is to do this: {}", quoted(action->text)));
}

}  // namespace

extern const Rule rule_task_without_assignee;
const Rule rule_task_without_assignee{
    .id = "PK030",
    .name = "task-without-assignee",
    .severity = Severity::note,
    .summary = "A task is given to nobody.",
    .why = "What everybody is to do, nobody does.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Action: ask for offers by 12 January 2024.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Action: Mia Weber to ask for offers by 12 January 2024.\n",
    .check = check};

}  // namespace protokoll

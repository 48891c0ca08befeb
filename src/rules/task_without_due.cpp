#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  std::vector<const Action*> without;
  std::size_t with = 0;
  for (const auto* action : all_actions(input.minutes)) {
    if (action->due) ++with;
    else if (action->by != By::phrase) without.push_back(action);
  }
  if (with <= without.size()) return;
  for (const auto* action : without) report.add(action->span, fmt::format("no date by which this is to be done: {}", quoted(action->text)));
}

}  // namespace

extern const Rule rule_task_without_due;
const Rule rule_task_without_due{
    .id = "PK031",
    .name = "task-without-due",
    .severity = Severity::note,
    .summary = "A task has no date by which it is to be done, though most others have one.",
    .why = "Without a date nobody is reminded.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n**Actions:**\n\n"
            "- Mia Weber to ask for offers by 12 January 2024\n"
            "- Ole Krug to book the crane by 14 January 2024\n- Jan Voss to tell the neighbours\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n**Actions:**\n\n"
            "- Mia Weber to ask for offers by 12 January 2024\n"
            "- Ole Krug to book the crane by 14 January 2024\n"
            "- Jan Voss to tell the neighbours by 15 January 2024\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

void check(const CheckInput& input, Reporter& report) {
  for (const auto* item : all_items(input.minutes)) {
    if (item->status != ItemStatus::deferred) continue;
    for (const auto& decision : item->decisions)
      // To defer an item may itself be the decision.
      if (decision.by == By::label && decision.outcome != VoteOutcome::deferred && !overlap(decision.span, item->status_span)) report.add(decision.span, fmt::format("a decision on {}, which was deferred", quoted(item->title.value)));
  }
}

}  // namespace

extern const Rule rule_decision_on_deferred;
const Rule rule_decision_on_deferred{
    .id = "PK027",
    .name = "decision-on-deferred",
    .severity = Severity::warning,
    .summary = "An item was deferred, but something was decided on it.",
    .why = "Either the item was not deferred as a whole, or the decision was not taken.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The item is deferred to the next meeting.\n\n**Decision:** The roof gets slate.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The item is deferred to the next meeting.\n",
    .check = check};

}  // namespace protokoll

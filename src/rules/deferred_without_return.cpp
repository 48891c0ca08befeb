#include <fmt/format.h>

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

bool inside(Span inner, Span outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

void check(const CheckInput& input, Reporter& report) {
  for (const auto* item : all_items(input.minutes)) {
    if (item->status != ItemStatus::deferred) continue;
    const auto& statements = input.seen().statements;
    const bool returns = std::any_of(statements.begin(), statements.end(), [&](const Statement& s) { return s.what == "returns" && inside(s.span, item->span); });
    if (!returns) report.add(item->status_span, fmt::format("item {} was deferred; until when?", quoted(item->title.value)));
  }
}

}  // namespace

extern const Rule rule_deferred_without_return;
const Rule rule_deferred_without_return{
    .id = "PK061",
    .name = "deferred-without-return",
    .severity = Severity::note,
    .summary = "An item was deferred without a word about when it comes back.",
    .why = "It is forgotten.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThe item is deferred.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The item is deferred to the next meeting.\n",
    .check = check};

}  // namespace protokoll

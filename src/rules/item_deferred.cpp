#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  for (const auto* item : all_items(input.minutes))
    if (item->status == ItemStatus::deferred) report.add(item->status_span, fmt::format("item {} was deferred: it belongs on the agenda of a later meeting", quoted(item->title.value)));
}

}  // namespace

extern const Rule rule_item_deferred;
const Rule rule_item_deferred{
    .id = "PK060",
    .name = "item-deferred",
    .severity = Severity::note,
    .summary = "An item was deferred.",
    .why = "Nothing is wrong, but whoever prepares the next agenda must think of it.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThe item is deferred to the next meeting.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  const auto items = all_items(input.minutes);
  const auto closed = [](const AgendaItem* item) { return item->is_public == false; };
  const auto first = std::find_if(items.begin(), items.end(), closed);
  // Minutes of a closed meeting as a whole are not mixed up with others.
  if (first == items.end() || std::none_of(items.begin(), items.end(), [](const AgendaItem* item) { return item->is_public != false; })) return;
  const auto count = std::count_if(items.begin(), items.end(), closed);
  const auto& title = (*first)->title ? (*first)->title : (*first)->label;
  report.add(title ? title.span : (*first)->span, count == 1 ? "this item was dealt with in the closed part: not for publication"
                                                           : fmt::format("from here on {} items were dealt with in the closed part: not for publication", count));
}

}  // namespace

extern const Rule rule_closed_items;
const Rule rule_closed_items{
    .id = "PK065",
    .name = "closed-items",
    .severity = Severity::note,
    .summary = "Items of the closed part stand among public ones.",
    .why = "Whoever publishes the minutes must leave them out.",
    .bad = "# Minutes of the council, 9 November 2023\n\n## Public session\n\n### 1. Roof\n\nThree offers are in.\n\n## Closed session\n\n### 2. Lease\n\nThe tenant was heard.\n",
    .good = "# Minutes of the council, 9 November 2023\n\n## Public session\n\n### 1. Roof\n\nThree offers are in.\n\n### 2. Lease\n\nThe tenant was heard.\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

bool is_empty(const AgendaItem& item) {
  return item.sections.empty() && item.items.empty() && item.presenters.empty() && !item.subtitle && item.decisions.empty() && item.votes.empty() && item.actions.empty();
}

void check(const CheckInput& input, Reporter& report) {
  const auto items = all_items(input.minutes);
  const auto empty = std::count_if(items.begin(), items.end(), [](const AgendaItem* item) { return is_empty(*item); });
  // If most are empty, the document is an agenda.
  if (static_cast<std::size_t>(empty) * 2 > items.size()) return;
  for (const auto* item : items) {
    // A heading without number may stand over the items that follow; the first item is often a mere welcome.
    const bool counts = item->number && item->title && item != items.front();
    if (counts && is_empty(*item) && item->status == ItemStatus::treated && item->by != By::list) report.add(item->title.span, fmt::format("nothing is said under {}", quoted(item->title.value)));
  }
}

}  // namespace

extern const Rule rule_item_without_content;
const Rule rule_item_without_content{
    .id = "PK062",
    .name = "item-without-content",
    .severity = Severity::note,
    .summary = "Nothing is said under an agenda item.",
    .why = "Readers cannot tell whether it was treated.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n\n"
            "## 2. Budget\n\nIt is balanced.\n\n## 3. Garden\n\n## 4. Dates\n\nThere is a party.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n\n"
            "## 2. Budget\n\nIt is balanced.\n\n## 3. Garden\n\nNothing new.\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include <set>
#include <string_view>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  std::set<std::string_view> listed, told;
  for (const auto& attachment : input.seen().attachments)
    if (attachment.in_list) listed.insert(attachment.number);
  if (listed.empty()) return;
  for (const auto& attachment : input.seen().attachments)
    if (!attachment.in_list && !listed.contains(attachment.number) && told.insert(attachment.number).second) report.add(attachment.span, fmt::format("{} is not in the list of attachments", attachment.label));
}

}  // namespace

extern const Rule rule_attachment_not_listed;
const Rule rule_attachment_not_listed{
    .id = "PK032",
    .name = "attachment-not-listed",
    .severity = Severity::warning,
    .summary = "An attachment is cited but not in the list of attachments.",
    .why = "Whoever gets the minutes cannot tell whether a page is missing.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The offers are in Annex 1, the plan in Annex 2.\n\n## 2. Budget\n\nIt is balanced.\n\n"
            "**Attachments:**\n\n- Annex 1: Offers\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "The offers are in Annex 1, the plan in Annex 2.\n\n## 2. Budget\n\nIt is balanced.\n\n"
            "**Attachments:**\n\n- Annex 1: Offers\n- Annex 2: Plan\n",
    .check = check};

}  // namespace protokoll

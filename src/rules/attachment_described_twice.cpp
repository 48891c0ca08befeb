#include <fmt/format.h>

#include <map>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  std::map<std::string, std::string> described;
  for (const auto& attachment : input.seen().attachments) {
    if (attachment.in_list || only_letters(attachment.description).empty()) continue;
    const auto& first = described.emplace(attachment.label, attachment.description).first->second;
    const auto one = only_letters(first), other = only_letters(attachment.description);
    if (one.find(other) == std::string::npos && other.find(one) == std::string::npos)
      report.add(attachment.span, fmt::format("{} is described as {} here and as {} before", attachment.label, quoted(attachment.description), quoted(first)));
  }
}

}  // namespace

extern const Rule rule_attachment_described_twice;
const Rule rule_attachment_described_twice{
    .id = "PK034",
    .name = "attachment-described-twice",
    .severity = Severity::warning,
    .summary = "One attachment is cited under two descriptions.",
    .why = "One of the two numbers is probably wrong.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Ms Weber shows the offers, see Annex 1 (offers). The crane is in Annex 1 (site plan).\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Ms Weber shows the offers, see Annex 1 (offers). The crane is in Annex 2 (site plan).\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/labels.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

bool announces_decisions(const Section& section) { return section.kind == SectionKind::decisions || section.kind == SectionKind::agreements; }

void check(const CheckInput& input, Reporter& report) {
  for (const auto* item : all_items(input.minutes))
    for (std::size_t i = 0; i < item->sections.size(); ++i) {
      const auto& section = item->sections[i];
      const bool last = i + 1 == item->sections.size();
      // "Decisions" over "Decision 1" is a heading; so is one over nested items.
      const bool goes_on = last ? !item->items.empty() : announces_decisions(item->sections[i + 1]);
      if (section.heading && section.blocks.empty() && announces_decisions(section) && !goes_on && is_printed_as_label(input, section.heading.span)) report.add(section.heading.span, fmt::format("{} announces a decision, but there is none", quoted(section.heading.value)));
    }
}

}  // namespace

extern const Rule rule_decision_without_wording;
const Rule rule_decision_without_wording{
    .id = "PK021",
    .name = "decision-without-wording",
    .severity = Severity::error,
    .summary = "A decision is announced, but its wording is missing.",
    .why = "Nobody can carry out or challenge a decision that is not written down.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n**Decision:**\n\n"
            "## 2. Budget\n\nIt is balanced.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n**Decision:**\n\n"
            "The roof gets slate.\n\n## 2. Budget\n\nIt is balanced.\n",
    .check = check};

}  // namespace protokoll

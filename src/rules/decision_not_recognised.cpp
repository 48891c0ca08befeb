#include <fmt/format.h>

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

bool inside(Span inner, Span outer) { return inner.begin < outer.end && outer.begin < inner.end; }

bool recognised(const Section& section, const AgendaItem& item) {
  return std::any_of(item.decisions.begin(), item.decisions.end(), [&](const Decision& decision) {
    // "Carried, 5 in favour": little else but the vote. Of a vote without counts the decision's own words are the sign.
    constexpr std::size_t shortest_wording = 16;
    const bool said = decision.vote && decision.vote->text == decision.text;
    const bool within = decision.vote && !said && inside(decision.vote->span, decision.span);
    if (within && decision.text.size() < decision.vote->text.size() + shortest_wording) return false;
    return std::any_of(section.blocks.begin(), section.blocks.end(), [&](const Block& block) { return inside(decision.span, block.span); });
  });
}

void check(const CheckInput& input, Reporter& report) {
  for (const auto* item : all_items(input.minutes))
    for (const auto& section : item->sections)
      if (section.kind == SectionKind::decisions && section.heading && !section.blocks.empty() && !recognised(section, *item))
        report.add(section.heading.span, fmt::format("no wording of a decision is recognised under {}", quoted(section.heading.value)));
}

}  // namespace

extern const Rule rule_decision_not_recognised;
const Rule rule_decision_not_recognised{
    .id = "PK022",
    .name = "decision-not-recognised",
    .severity = Severity::note,
    .summary = "Text under a label for decisions was not recognised as a decision.",
    .why = "The register of decisions that is made from the minutes lacks it.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "**Decision:** carried, 5 in favour, 1 against\n\n## 2. Budget\n\nIt is balanced.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "**Decision:** The roof gets slate.\n\n## 2. Budget\n\nIt is balanced.\n",
    .check = check};

}  // namespace protokoll

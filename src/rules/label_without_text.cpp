#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/labels.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

// Decisions have a rule of their own, decision-without-wording.
bool is_for_text(const Section& section) { return section.kind != SectionKind::decisions && section.kind != SectionKind::agreements; }

void check(const CheckInput& input, Reporter& report) {
  for (const auto* item : all_items(input.minutes))
    for (const auto& section : item->sections) {
      const bool goes_on = &section == &item->sections.back() && !item->items.empty();
      if (section.heading && section.blocks.empty() && is_for_text(section) && !goes_on && ends_with_colon(input, section.heading.span)) report.add(section.heading.span, fmt::format("nothing stands under {}", quoted(section.heading.value)));
    }
}

}  // namespace

extern const Rule rule_label_without_text;
const Rule rule_label_without_text{
    .id = "PK020",
    .name = "label-without-text",
    .severity = Severity::warning,
    .summary = "A label has nothing under it.",
    .why = "The text was forgotten, or stands in the wrong place.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n**Discussion:**\n\n"
            "## 2. Budget\n\nIt is balanced.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n**Discussion:**\n\n"
            "Ms Weber prefers slate.\n\n## 2. Budget\n\nIt is balanced.\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

bool labelled(Span span, const Observations& seen) {
  return std::any_of(seen.labels.begin(), seen.labels.end(), [&](const PrintedLabel& label) { return label.span.begin >= span.begin && label.span.end <= span.end; });
}

void check(const CheckInput& input, Reporter& report) {
  for (const auto& text : input.minutes.residue) report.add(text.span, fmt::format("this text belongs to no item: {}", quoted(text.text)));
  if (input.minutes.agenda.empty()) return;
  bool closed = false;  // a label says what follows it
  for (const auto& block : input.minutes.tail) {
    closed = closed || labelled(block.span, input.seen());
    const auto& text = block.text.empty() && !block.items.empty() ? block.items.front().text : block.text;
    if (!closed && !text.empty()) return report.add({block.span.begin, std::max(block.span.end, input.minutes.tail.back().span.end)}, fmt::format("this text belongs to no item: {}", quoted(text)));
  }
}

}  // namespace

extern const Rule rule_text_outside_items;
const Rule rule_text_outside_items{
    .id = "PK053",
    .name = "text-outside-items",
    .severity = Severity::note,
    .summary = "Text stands between the items and belongs to none.",
    .why = "It is in no register and easily overlooked.",
    .bad = "<h1>Minutes of the board meeting, 9 November 2023</h1><table><tr><td>1.</td><td><p><b>Roof</b></p><p>Three offers are in.</p></td></tr><tr><td>2.</td><td><p><b>Budget</b></p><p>It is balanced.</p></td></tr></table><p>Somebody left the light on.</p>\n",
    .good = "<h1>Minutes of the board meeting, 9 November 2023</h1><table><tr><td>1.</td><td><p><b>Roof</b></p><p>Three offers are in.</p></td></tr><tr><td>2.</td><td><p><b>Budget</b></p><p>It is balanced.</p></td></tr></table><p>Signed: Mia Weber</p>\n",
    .check = check};

}  // namespace protokoll

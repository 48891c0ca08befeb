#include <string_view>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

// Where the colon, or several, behind a title stands in the text; empty if there is none. The title's span may or may not hold it.
Span colon(const AgendaItem& item, const CheckInput& input) {
  if (!item.title) return {};
  const auto text = input.source.text();
  Span found;
  found.begin = found.end = input.source.to_text(item.title.span.end);
  while (found.begin > 0 && text[found.begin - 1] == ':') --found.begin;
  while (found.end < text.size() && text[found.end] == ':') ++found.end;
  return found;
}

void check(const CheckInput& input, Reporter& report) {
  std::vector<Span> colons;
  const auto items = all_items(input.minutes);
  for (const auto* item : items)
    if (item->by == By::heading)
      if (const auto at = colon(*item, input); !at.empty()) colons.push_back(at);
  if (colons.size() * 2 > items.size()) return;  // a habit of the house
  for (const auto at : colons) {
    const auto span = input.source.to_bytes(at);
    report.add(span, "a title ends with a colon", {{"delete the colon", {{span, ""}}, true}});
  }
}

}  // namespace

extern const Rule rule_title_colon;
const Rule rule_title_colon{
    .id = "PK063",
    .name = "title-colon",
    .severity = Severity::note,
    .summary = "The title of an item ends with a colon.",
    .why = "A title stands for itself; in tables of contents the colon leads nowhere.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof:\n\nThree offers are in.\n\n"
            "## 2. Budget\n\nIt is balanced.\n\n## 3. Garden\n\nNothing new.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n\n"
            "## 2. Budget\n\nIt is balanced.\n\n## 3. Garden\n\nNothing new.\n",
    .check = check,
    .fix = "safe"};

}  // namespace protokoll

#include <string_view>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

// Where the colon behind a title stands in the text, or npos. The title's span may or may not hold it.
std::size_t colon(const AgendaItem& item, const CheckInput& input) {
  if (!item.title) return std::string_view::npos;
  const auto text = input.source.text();
  const auto end = input.source.to_text(item.title.span.end);
  if (end > 0 && text[end - 1] == ':') return end - 1;
  return end < text.size() && text[end] == ':' ? end : std::string_view::npos;
}

void check(const CheckInput& input, Reporter& report) {
  std::vector<std::size_t> colons;
  const auto items = all_items(input.minutes);
  for (const auto* item : items)
    if (item->by == By::heading)
      if (const auto at = colon(*item, input); at != std::string_view::npos) colons.push_back(at);
  if (colons.size() * 2 > items.size()) return;  // a habit of the house
  for (const auto at : colons) {
    const auto span = input.source.to_bytes({at, at + 1});
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

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

// Short ones may be abbreviations.
bool is_shouted(const AgendaItem& item) {
  constexpr std::size_t abbreviation = 6;
  return has_only_capitals(item.title.value) && only_letters(item.title.value).size() > abbreviation;
}

void check(const CheckInput& input, Reporter& report) {
  const auto items = all_items(input.minutes);
  const auto shouted = std::count_if(items.begin(), items.end(), [](const AgendaItem* item) { return is_shouted(*item); });
  constexpr std::ptrdiff_t habit = 3;
  if (shouted >= habit || static_cast<std::size_t>(shouted) * 2 > items.size()) return;
  for (const auto* item : items)
    if (is_shouted(*item)) report.add(item->title.span, "a title all in capitals");
}

}  // namespace

extern const Rule rule_title_capitals;
const Rule rule_title_capitals{
    .id = "PK064",
    .name = "title-capitals",
    .severity = Severity::note,
    .summary = "The title of an item is all in capitals, though others are not.",
    .why = "Capitals are harder to read and cannot be turned back into words by a program.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. ROOF REPAIRS\n\n"
            "Three offers are in.\n\n## 2. Budget\n\nIt is balanced.\n\n## 3. Garden\n\nNothing new.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof repairs\n\n"
            "Three offers are in.\n\n## 2. Budget\n\nIt is balanced.\n\n## 3. Garden\n\nNothing new.\n",
    .check = check};

}  // namespace protokoll

#include <utf8proc.h>

#include <algorithm>
#include <string_view>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

bool is_all_capitals(std::string_view text) {
  std::size_t capitals = 0;
  while (!text.empty()) {
    utf8proc_int32_t letter = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &letter);
    if (size <= 0 || utf8proc_category(letter) == UTF8PROC_CATEGORY_LL) return false;
    capitals += utf8proc_category(letter) == UTF8PROC_CATEGORY_LU;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  constexpr std::size_t abbreviation = 6;
  return capitals > abbreviation;
}

void check(const CheckInput& input, Reporter& report) {
  const auto items = all_items(input.minutes);
  const auto shouted = std::count_if(items.begin(), items.end(), [](const AgendaItem* item) { return is_all_capitals(item->title.value); });
  if (static_cast<std::size_t>(shouted) * 2 > items.size()) return;  // a habit of the house
  for (const auto* item : items)
    if (is_all_capitals(item->title.value)) report.add(item->title.span, "a title all in capitals");
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

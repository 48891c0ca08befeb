#include <fmt/format.h>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/numbers.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  for (const auto* list : item_lists(input.minutes)) {
    const auto numbers = numbers_of(*list);
    std::vector<std::size_t> gaps;
    for (std::size_t i = 1; i < numbers.size(); ++i)
      if (numbers[i] == numbers[i - 1] + 2) gaps.push_back(i);
      else if (numbers[i] != numbers[i - 1] + 1) gaps.insert(gaps.end(), 2, i);
    // Many gaps: the numbers are those of a file or a register, not of this list.
    if (gaps.size() != 1) continue;
    const auto& item = (*list)[gaps.front()];
    report.add(item.number.span, fmt::format("item {} follows item {}; a number is missing", item.number.value, (*list)[gaps.front() - 1].number.value));
  }
}

}  // namespace

extern const Rule rule_number_missing;
const Rule rule_number_missing{
    .id = "PK008",
    .name = "number-missing",
    .severity = Severity::warning,
    .summary = "A number is missing between two agenda items.",
    .why = "An item was deleted or lost; readers of the register look for it.",
    .bad = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Welcome</b></p> <p>Ms Weber reports on it.</p>\n"
            "2.\t<p><b>Roof</b></p> <p>Ms Weber reports on it.</p>\n"
            "4.\t<p><b>Budget</b></p> <p>Ms Weber reports on it.</p>\n"
            "5.\t<p><b>Dates</b></p> <p>Ms Weber reports on it.</p>\n",
    .good = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Welcome</b></p> <p>Ms Weber reports on it.</p>\n"
            "2.\t<p><b>Roof</b></p> <p>Ms Weber reports on it.</p>\n"
            "3.\t<p><b>Budget</b></p> <p>Ms Weber reports on it.</p>\n"
            "4.\t<p><b>Dates</b></p> <p>Ms Weber reports on it.</p>\n",
    .check = check};

}  // namespace protokoll

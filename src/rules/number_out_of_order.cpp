#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/numbers.hpp"

namespace protokoll {
namespace {

// Nothing is missing or twice, but for the order: else the numbers are those of several lists or of something else.
bool is_complete(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return std::adjacent_find(numbers.begin(), numbers.end(), [](int a, int b) { return b != a + 1; }) == numbers.end();
}

void check(const CheckInput& input, Reporter& report) {
  for (const auto* list : item_lists(input.minutes)) {
    const auto numbers = numbers_of(*list);
    if (!is_complete(numbers)) continue;
    for (std::size_t i = 1; i < numbers.size(); ++i)
      // A list that begins again at 1 is a second list.
      if (numbers[i] < numbers[i - 1] && numbers[i] != 1) report.add((*list)[i].number.span, fmt::format("item {} comes after item {}", (*list)[i].number.value, (*list)[i - 1].number.value));
  }
}

}  // namespace

extern const Rule rule_number_out_of_order;
const Rule rule_number_out_of_order{
    .id = "PK010",
    .name = "number-out-of-order",
    .severity = Severity::warning,
    .summary = "The number of an agenda item is smaller than that of the item before it.",
    .why = "The order of the agenda was changed without a word, or a number is wrong.",
    .bad = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Welcome</b></p> <p>Ms Weber reports on it.</p>\n"
            "3.\t<p><b>Roof</b></p> <p>Ms Weber reports on it.</p>\n"
            "2.\t<p><b>Budget</b></p> <p>Ms Weber reports on it.</p>\n"
            "4.\t<p><b>Dates</b></p> <p>Ms Weber reports on it.</p>\n",
    .good = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Welcome</b></p> <p>Ms Weber reports on it.</p>\n"
            "2.\t<p><b>Roof</b></p> <p>Ms Weber reports on it.</p>\n"
            "3.\t<p><b>Budget</b></p> <p>Ms Weber reports on it.</p>\n"
            "4.\t<p><b>Dates</b></p> <p>Ms Weber reports on it.</p>\n",
    .check = check};

}  // namespace protokoll

#include <fmt/format.h>

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/numbers.hpp"

namespace protokoll {
namespace {

void check(const CheckInput& input, Reporter& report) {
  for (const auto* list : item_lists(input.minutes)) {
    const auto numbers = numbers_of(*list);
    constexpr std::size_t fewest = 3;  // two alike may be the begins of two lists
    if (numbers.size() < fewest) continue;
    // A list that begins again at 1 is a second list, unless all begin so.
    const bool all_alike = std::all_of(numbers.begin(), numbers.end(), [&](int number) { return number == numbers.front(); });
    // Once for a number, however often it comes.
    for (std::size_t i = 1; i < numbers.size(); ++i)
      if (numbers[i] == numbers[i - 1] && (numbers[i] != 1 || all_alike) && (i == 1 || numbers[i - 1] != numbers[i - 2])) report.add((*list)[i].number.span, fmt::format("item {} comes twice", (*list)[i].number.value));
  }
}

}  // namespace

extern const Rule rule_number_repeated;
const Rule rule_number_repeated{
    .id = "PK009",
    .name = "number-repeated",
    .severity = Severity::warning,
    .summary = "Two agenda items have the same number.",
    .why = "A reference to the number is a reference to two items.",
    .bad = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Welcome</b></p> <p>Ms Weber reports on it.</p>\n"
            "2.\t<p><b>Roof</b></p> <p>Ms Weber reports on it.</p>\n"
            "2.\t<p><b>Budget</b></p> <p>Ms Weber reports on it.</p>\n"
            "3.\t<p><b>Dates</b></p> <p>Ms Weber reports on it.</p>\n",
    .good = "## Minutes of the board meeting, 9 November 2023\n\n"
            "1.\t<p><b>Welcome</b></p> <p>Ms Weber reports on it.</p>\n"
            "2.\t<p><b>Roof</b></p> <p>Ms Weber reports on it.</p>\n"
            "3.\t<p><b>Budget</b></p> <p>Ms Weber reports on it.</p>\n"
            "4.\t<p><b>Dates</b></p> <p>Ms Weber reports on it.</p>\n",
    .check = check};

}  // namespace protokoll

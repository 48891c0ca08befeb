#include <fmt/format.h>

#include <string>
#include <string_view>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/numbers.hpp"

namespace protokoll {
namespace {

// Whether the number stands in front of a line or of an element's text somewhere between two places: then it was printed, and not seen as an item's.
bool is_printed(const CheckInput& input, int number, Span between) {
  const auto text = input.text(between);
  const auto digits = std::to_string(number);
  for (auto at = text.find(digits); at != std::string_view::npos; at = text.find(digits, at + 1)) {
    const auto before = text.find_last_not_of(" \t", at - (at > 0 ? 1 : 0));
    const auto end = at + digits.size();
    if (at > 0 && before != std::string_view::npos && (text[before] == '\n' || text[before] == '>') && (end >= text.size() || text[end] < '0' || text[end] > '9')) return true;
  }
  return false;
}

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
    const auto& before = (*list)[gaps.front() - 1];
    if (is_printed(input, numbers[gaps.front()] - 1, {before.number.span.end, item.number.span.begin})) continue;
    report.add(item.number.span, fmt::format("item {} follows item {}; a number is missing", item.number.value, before.number.value));
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

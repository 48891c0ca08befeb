#include <fmt/format.h>
#include <re2/re2.h>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

// "30.2." may be the number of a section.
bool is_surely_a_date(const std::string& printed) {
  const auto last_stop = printed.rfind('.');
  const bool only_digits = printed.find_first_not_of("0123456789. ") == std::string::npos;
  return !only_digits || printed.find_first_of("0123456789", last_stop) != std::string::npos;
}

// "32.09.2022": no date to the reader, but nothing else either. English may put the month in front.
void check_digits(const CheckInput& input, Reporter& report) {
  static const re2::RE2 digits(R"((?:^|[^\d.])((\d{1,2})\.(\d{1,2})\.(?:19|20)\d{2})(?:$|[^\d]))");
  const auto valid = [](int day, int month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; };
  for (const auto& tile : input.minutes.tiles) {
    re2::StringPiece rest(tile.text), date;
    for (int day = 0, month = 0; re2::RE2::FindAndConsume(&rest, digits, &date, &day, &month);)
      if (!valid(day, month) && !(valid(month, day) && input.minutes.language == "en"))
        report.add(input.find({date.data(), date.size()}, tile.span), fmt::format("there is no such day: {}", std::string_view(date.data(), date.size())));
  }
}

void check(const CheckInput& input, Reporter& report) {
  check_digits(input, report);
  for (const auto& date : input.seen().dates)
    if (!date.exists && is_surely_a_date(date.printed)) report.add(date.span, fmt::format("there is no such day: {}", date.printed));
}

}  // namespace

extern const Rule rule_impossible_date;
const Rule rule_impossible_date{
    .id = "PK013",
    .name = "impossible-date",
    .severity = Severity::error,
    .summary = "A date is not in the calendar.",
    .why = "A deadline or meeting on such a day never comes.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Work begins on 31 June 2024.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "Work begins on 30 June 2024.\n",
    .check = check};

}  // namespace protokoll

#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

// Words of the title beside its dates: "Meeting, 9 November 2023" has one, and one names nobody.
std::size_t words(const CheckInput& input) {
  const auto title = input.minutes.meeting.title.span;
  auto text = std::string(input.text(title));
  const auto first = input.source.to_text(title.begin);
  for (const auto& date : input.seen().dates) {
    if (date.span.begin < title.begin || date.span.end > title.end) continue;
    const auto begin = input.source.to_text(date.span.begin) - first;
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(begin), input.source.to_text(date.span.end) - first - begin, ' ');
  }
  return long_words(text).size();
}

void check(const CheckInput& input, Reporter& report) {
  const auto& meeting = input.minutes.meeting;
  if (!meeting.organization && !meeting.series && words(input) < 2) report.add(top(input.minutes), "the minutes do not name the body that met");
}

}  // namespace

extern const Rule rule_no_body;
const Rule rule_no_body{
    .id = "PK003",
    .name = "no-body",
    .severity = Severity::note,
    .summary = "The minutes do not say who met.",
    .why = "Out of their folder, minutes without the name of the body are anybody's.",
    .bad = "# Meeting, 9 November 2023\n\n## 1. Roof\n\nThree offers are in.\n",
    .good = "# Minutes of the board meeting of the Harbour Association\n\n9 November 2023\n\n"
            "## 1. Roof\n\nThree offers are in.\n",
    .check = check};

}  // namespace protokoll

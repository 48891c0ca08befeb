#include <fmt/format.h>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

// "08.11. 2018": a space behind one of the two full stops only. Behind both it is a way to write dates.
std::size_t stray_space(std::string_view text) {
  const auto first = text.find('.');
  const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
  if (second == std::string_view::npos || second + 1 >= text.size() || text.find_first_not_of("0123456789. ") != std::string_view::npos) return std::string_view::npos;
  const bool behind_first = text[first + 1] == ' ', behind_second = text[second + 1] == ' ';
  return behind_first == behind_second ? std::string_view::npos : behind_first ? first + 1 : second + 1;
}

void check(const CheckInput& input, Reporter& report) {
  for (const auto& date : input.seen().dates) {
    const auto text = input.text(date.span);
    const auto at = stray_space(text);
    if (at == std::string_view::npos) continue;
    const auto from = input.source.to_text(date.span.begin) + at;
    auto to = from;
    while (input.source.text()[to] == ' ') ++to;
    report.add(date.span, fmt::format("stray space in the date {}", text), {{"delete the space", {{input.source.to_bytes({from, to}), ""}}, true}});
  }
}

}  // namespace

extern const Rule rule_space_in_date;
const Rule rule_space_in_date{
    .id = "PK017",
    .name = "space-in-date",
    .severity = Severity::warning,
    .summary = "A date in digits has a space behind one of its full stops but not behind the other.",
    .why = "It is a slip of the keyboard, breaks over the line's end and hides the date from whoever searches for it.",
    .bad = "# Protokoll der Sitzung vom 09.11.2017\n\n## TOP 1 Termine\n\nDer Umbau beginnt am 08.01. 2018.\n",
    .good = "# Protokoll der Sitzung vom 09.11.2017\n\n## TOP 1 Termine\n\nDer Umbau beginnt am 08.01.2018, das Fest ist am 8. 7. 2018.\n",
    .check = check,
    .fix = "safe"};

}  // namespace protokoll

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/people.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

// "Kowalskis" may be a genitive.
bool is_slip(std::string_view odd, std::string_view usual) {
  constexpr std::size_t shortest = 5;
  const auto a = without_marks(odd), b = without_marks(usual);
  const bool genitive = a.size() == b.size() + 1 && a.starts_with(b) && (a.back() == 's' || a.back() == '\'');
  return std::min(a.size(), b.size()) >= shortest && !genitive && one_letter_apart(a, b) && only_letters(odd) != only_letters(usual);
}

void check(const CheckInput& input, Reporter& report) {
  const Roster roster(input.minutes);
  std::set<const KnownPerson*> told;
  for (const auto& [odd, usual] : pairs_to_compare(input.minutes, roster))
    if (is_slip(last_name(odd->name), last_name(usual->name)) && roster.may_be_one(*odd, *usual) && told.insert(odd).second)
      report.add(odd->span, fmt::format("{} is one letter away from {}", quoted(odd->name), quoted(usual->name)));
  const auto people = by_first_name(input.minutes);
  for (const auto& name : strange_full_names(input)) {
    const auto& bearers = people.at(name.first);
    const auto usual = std::find_if(bearers.begin(), bearers.end(), [&](const KnownPerson* person) { return is_slip(name.last, last_name(person->name)); });
    if (usual != bearers.end()) report.add(name.span, fmt::format("\"{} {}\" is one letter away from {}", name.first, name.last, quoted((*usual)->name)));
  }
}

}  // namespace

extern const Rule rule_name_misspelt;
const Rule rule_name_misspelt{
    .id = "PK044",
    .name = "name-misspelt",
    .severity = Severity::warning,
    .summary = "A last name is one letter away from that of somebody whom the minutes know.",
    .why = "People notice their own name first, and a register of speakers counts one person as two.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\nPresent: Mia Weber, Jan Kowalski, Eva Lund\n\n## 1. Roof\n\nThree offers are in. Jan Kowalsky will compare them.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\nPresent: Mia Weber, Jan Kowalski, Eva Lund\n\n## 1. Roof\n\nThree offers are in. Jan Kowalski will compare them.\n",
    .check = check};

}  // namespace protokoll

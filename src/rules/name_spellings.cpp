#include <fmt/format.h>

#include <map>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

// Both first names are known and differ: two people.
bool may_be_one(const KnownPerson& a, const KnownPerson& b) {
  const auto first = without_marks(first_name(a.name)), second = without_marks(first_name(b.name));
  return first.empty() || second.empty() || first == second;
}

// Nobody minds whether a nickname has a capital; a last name that is printed small is one.
bool is_nickname(std::string_view name) { return !name.empty() && name.front() >= 'a' && name.front() <= 'z'; }

void check(const CheckInput& input, Reporter& report) {
  std::map<std::string, const KnownPerson*> known;  // by last name without marks
  for (const auto& person : input.minutes.people) {
    const auto [at, fresh] = known.emplace(without_marks(last_name(person.name)), &person);
    const auto& other = *at->second;
    if (fresh || last_name(other.name) == last_name(person.name) || !may_be_one(person, other)) continue;
    if (is_nickname(last_name(other.name)) || is_nickname(last_name(person.name))) continue;
    const bool later_is_rarer = person.mentions <= other.mentions;
    const auto& odd = later_is_rarer ? person : other;
    const auto& usual = later_is_rarer ? other : person;
    report.add(odd.span, fmt::format("{} is spelled {} elsewhere", quoted(last_name(odd.name)), quoted(last_name(usual.name))));
  }
}

}  // namespace

extern const Rule rule_name_spellings;
const Rule rule_name_spellings{
    .id = "PK040",
    .name = "name-spellings",
    .severity = Severity::warning,
    .summary = "One person's name is spelled in two ways that differ only in accents or capitals.",
    .why = "People notice their own name first, and a register of speakers counts one person as two.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nMr Ehnes reports on the roof. Mr Ehnes has three offers. Mr Ehn\u00e9s will compare them.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nMr Ehnes reports on the roof. Mr Ehnes has three offers. Mr Ehnert will compare them.\n",
    .check = check};

}  // namespace protokoll

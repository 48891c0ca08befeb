#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/people.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

// Nobody minds whether a nickname has a capital, and lists print names in capitals that have lost their accents.
bool is_plain(std::string_view name) {
  const bool nickname = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
  return !nickname && without_marks(name).size() > 1 && !has_only_capitals(name);
}

void compare_people(const Minutes& minutes, Reporter& report) {
  const Roster roster(minutes);
  std::map<std::string, const KnownPerson*> known;  // by last name without marks
  for (const auto& person : minutes.people) {
    const auto name = last_name(person.name);
    if (!is_plain(name)) continue;
    for (const auto& key : {without_marks(name), transliterated(name)}) {
      const auto& other = *known.emplace(key, &person).first->second;
      if (last_name(other.name) == name || !roster.may_be_one(person, other)) continue;
      const auto& [odd, usual] = person.mentions <= other.mentions ? std::tie(person, other) : std::tie(other, person);
      report.add(odd.span, fmt::format("{} is spelled {} elsewhere", quoted(last_name(odd.name)), quoted(last_name(usual.name))));
      break;
    }
  }
}

void check(const CheckInput& input, Reporter& report) {
  compare_people(input.minutes, report);
  const auto people = by_first_name(input.minutes);
  for (const auto& name : strange_full_names(input))
    for (const auto* person : people.at(name.first)) {
      if (!is_plain(last_name(person->name)) || !same_but_for_marks(name.last, last_name(person->name))) continue;
      report.add(name.span, fmt::format("{} is spelled {} elsewhere", quoted(name.last), quoted(last_name(person->name))));
      break;
    }
}

}  // namespace

extern const Rule rule_name_spellings;
const Rule rule_name_spellings{
    .id = "PK040",
    .name = "name-spellings",
    .severity = Severity::warning,
    .summary = "One person's name is spelled in two ways that differ only in accents, umlauts or capitals.",
    .why = "People notice their own name first, and a register of speakers counts one person as two.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nMr Ehnes reports on the roof. Mr Ehnes has three offers. Mr Ehn\u00e9s will compare them.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nMr Ehnes reports on the roof. Mr Ehnes has three offers. Mr Ehnert will compare them.\n",
    .check = check};

}  // namespace protokoll

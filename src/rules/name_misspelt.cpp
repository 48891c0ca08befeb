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

// "Kowalskis" may be a genitive.
bool is_slip(std::string_view odd, std::string_view usual) {
  constexpr std::size_t shortest = 5;
  const auto a = without_marks(odd), b = without_marks(usual);
  const bool genitive = a.size() == b.size() + 1 && a.starts_with(b) && (a.back() == 's' || a.back() == '\'');
  return std::min(a.size(), b.size()) >= shortest && !genitive && one_letter_apart(a, b) && only_letters(odd) != only_letters(usual);
}

// People whom nobody introduces are compared with those whom the document does, unless it introduces hardly anybody.
void compare_others(const Minutes& minutes, const Roster& roster, Reporter& report) {
  constexpr std::size_t shortest = 6, most = 20;
  std::map<std::string, std::vector<const KnownPerson*>> introduced;
  std::vector<const KnownPerson*> others;
  for (const auto& person : minutes.people) {
    if (!roster.introduces(person)) {
      others.push_back(&person);
      continue;
    }
    for (const auto& key : near_keys(last_name(person.name)))
      if (auto& bearers = introduced[key]; bearers.size() < most) bearers.push_back(&person);
  }
  if (others.size() * 2 > minutes.people.size()) return;
  for (const auto* person : others) {
    if (person->name.size() < shortest) continue;
    const KnownPerson* usual = nullptr;
    for (const auto& key : near_keys(person->name))
      if (const auto at = introduced.find(key); at != introduced.end())
        for (const auto* other : at->second)
          if (is_slip(person->name, last_name(other->name)) && roster.may_be_one(*person, *other) && person->mentions <= other->mentions) usual = other;
    if (usual) report.add(person->span, fmt::format("{} is probably {}", quoted(person->name), quoted(last_name(usual->name))));
  }
}

using ByFirstName = std::map<std::string, std::vector<const KnownPerson*>, std::less<>>;

void compare_full_names(const ByFirstName& people, const Roster& roster, Reporter& report) {
  for (const auto& [first, bearers] : people)
    for (std::size_t i = 1; i < bearers.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const auto& [odd, usual] = bearers[i]->mentions <= bearers[j]->mentions ? std::tie(*bearers[i], *bearers[j]) : std::tie(*bearers[j], *bearers[i]);
        if (is_slip(last_name(odd.name), last_name(usual.name)) && roster.may_be_one(odd, usual)) report.add(odd.span, fmt::format("{} is probably {}", odd.name, usual.name));
      }
}

void check(const CheckInput& input, Reporter& report) {
  const Roster roster(input.minutes);
  const auto people = by_first_name(input.minutes);
  compare_others(input.minutes, roster, report);
  compare_full_names(people, roster, report);
  for (const auto& name : strange_full_names(input)) {
    const auto& bearers = people.at(name.first);
    const auto usual = std::find_if(bearers.begin(), bearers.end(), [&](const KnownPerson* person) { return is_slip(name.last, last_name(person->name)); });
    if (usual != bearers.end()) report.add(name.span, fmt::format("{} {} is probably {}", name.first, name.last, (*usual)->name));
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

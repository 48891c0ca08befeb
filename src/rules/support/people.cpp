#include "rules/support/people.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "rules/support/words.hpp"

namespace protokoll {
namespace {

// The words of address that a person is printed with: "Frau" of "Frau Dr. Icks".
std::set<std::string> addresses(const KnownPerson& person) {
  std::set<std::string> found;
  for (const auto& alias : person.aliases)
    if (const auto space = alias.find(' '); space != std::string::npos && alias != person.name) found.insert(alias.substr(0, space));
  found.erase(std::string(first_name(person.name)));
  return found;
}

}  // namespace

Roster::Roster(const Minutes& minutes) {
  const auto& attendance = minutes.meeting.attendance;
  for (const auto* list : {&attendance.present, &attendance.excused, &attendance.absent, &attendance.guests})
    for (const auto& person : *list) listed_.insert(person.name);
}

bool Roster::may_be_one(const KnownPerson& a, const KnownPerson& b) const {
  if (listed_.contains(a.name) && listed_.contains(b.name)) return false;
  const auto first = without_marks(first_name(a.name)), second = without_marks(first_name(b.name));
  if (!first.empty() && !second.empty() && first != second) return false;
  const auto ours = addresses(a), theirs = addresses(b);
  return ours.empty() || theirs.empty() || std::any_of(ours.begin(), ours.end(), [&](const std::string& word) { return theirs.contains(word); });
}

bool Roster::introduces(const KnownPerson& person) const { return !first_name(person.name).empty() || !person.affiliations.empty() || listed_.contains(person.name); }

std::map<std::string, std::vector<const KnownPerson*>, std::less<>> by_first_name(const Minutes& minutes) {
  constexpr std::size_t most = 20;
  std::map<std::string, std::vector<const KnownPerson*>, std::less<>> people;
  for (const auto& person : minutes.people)
    if (const auto first = first_name(person.name); !first.empty())
      if (auto& bearers = people[std::string(first)]; bearers.size() < most) bearers.push_back(&person);
  return people;
}

std::vector<std::pair<const KnownPerson*, const KnownPerson*>> pairs_to_compare(const Minutes& minutes, const Roster& roster) {
  constexpr std::size_t shortest = 6, most = 20;
  std::vector<std::pair<const KnownPerson*, const KnownPerson*>> pairs;
  for (const auto& [first, bearers] : by_first_name(minutes))
    for (std::size_t i = 1; i < bearers.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const bool later_is_rarer = bearers[i]->mentions <= bearers[j]->mentions;
        pairs.emplace_back(bearers[later_is_rarer ? i : j], bearers[later_is_rarer ? j : i]);
      }
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
  if (others.size() * 2 > minutes.people.size()) return pairs;
  for (const auto* person : others) {
    if (person->name.size() < shortest) continue;
    for (const auto& key : near_keys(person->name))
      if (const auto at = introduced.find(key); at != introduced.end())
        for (const auto* other : at->second)
          if (person->mentions <= other->mentions) pairs.emplace_back(person, other);
  }
  return pairs;
}

std::vector<PrintedName> strange_full_names(const CheckInput& input) {
  static const re2::RE2 pair(R"((\p{Lu}[\p{L}-]*\p{Ll})\s(\p{Lu}[\p{L}-]*\p{Ll}))");
  std::set<std::string_view> last_names;
  for (const auto& person : input.minutes.people) last_names.insert(last_name(person.name));
  const auto people = by_first_name(input.minutes);
  std::vector<PrintedName> found;
  for (const auto& tile : input.minutes.tiles) {
    re2::StringPiece groups[3];
    const re2::StringPiece text(tile.text);
    for (std::size_t at = 0; pair.Match(text, at, text.size(), re2::RE2::UNANCHORED, groups, 3);) {
      // The second word may be the first of the next pair.
      at = static_cast<std::size_t>(groups[2].begin() - text.begin());
      std::string first(groups[1].data(), groups[1].size()), last(groups[2].data(), groups[2].size());
      if (people.contains(first) && !last_names.contains(last)) found.push_back({std::move(first), last, input.find(last, tile.span)});
    }
  }
  return found;
}

}  // namespace protokoll

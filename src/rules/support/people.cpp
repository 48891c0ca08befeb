#include "rules/support/people.hpp"

#include <utf8proc.h>

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

namespace {

enum class Part { none, capital, small, other };

// Whether the character at the front of a text may be a part of a name; `size` becomes its bytes.
Part part_of_name(std::string_view text, std::size_t& size) {
  size = 1;
  const char c = text[0];
  if (c >= 'a' && c <= 'z') return Part::small;
  if (c >= 'A' && c <= 'Z') return Part::capital;
  if (static_cast<unsigned char>(c) < 0x80) return c == '-' ? Part::other : Part::none;
  utf8proc_int32_t character = 0;
  size = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(1, utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &character)));
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LU: return Part::capital;
    case UTF8PROC_CATEGORY_LL: return Part::small;
    case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: return Part::other;
    default: return Part::none;
  }
}

// Letters and hyphens in a row.
struct Run {
  std::size_t begin, end;
  std::size_t capital = std::string_view::npos;  // the first
  std::size_t small_end = 0;                     // behind the last small letter
};

Run run_at(std::string_view text, std::size_t begin) {
  Run run{begin, begin};
  std::size_t size = 0;
  for (Part part; run.end < text.size() && (part = part_of_name(text.substr(run.end), size)) != Part::none; run.end += size) {
    if (part == Part::capital) run.capital = std::min(run.capital, run.end);
    if (part == Part::small) run.small_end = run.end + size;
  }
  if (run.end == begin) run.end += size;
  return run;
}

// Calls `found(first, last)` for every two words in a row that begin with a capital and end with a small letter, one white space between.
template <typename Found>
void each_pair_of_names(std::string_view text, const Found& found) {
  for (std::size_t at = 0; at < text.size();) {
    const auto first = run_at(text, at);
    at = first.end;
    const bool name = first.capital < first.small_end && first.small_end == first.end;
    if (!name || at >= text.size() || std::string_view(" \t\n\f\r").find(text[at]) == std::string_view::npos || ++at >= text.size()) continue;
    const auto second = run_at(text, at);
    if (second.capital == second.begin && second.small_end > 0) found(text.substr(first.capital, first.end - first.capital), text.substr(at, second.small_end - at));
  }
}

}  // namespace

std::vector<PrintedName> strange_full_names(const CheckInput& input) {
  std::set<std::string_view> last_names;
  for (const auto& person : input.minutes.people) last_names.insert(last_name(person.name));
  const auto people = by_first_name(input.minutes);
  std::vector<PrintedName> found;
  for (const auto& tile : input.minutes.tiles)
    each_pair_of_names(tile.text, [&](std::string_view first, std::string_view last) {
      if (people.contains(first) && !last_names.contains(last)) found.push_back({std::string(first), std::string(last), input.find(last, tile.span)});
    });
  return found;
}

}  // namespace protokoll

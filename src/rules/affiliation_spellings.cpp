#include <fmt/format.h>

#include <map>
#include <set>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

// "Secretary/BG RCI" names an office and a body; each is compared alone.
std::vector<std::string> parts(std::string_view affiliation) {
  std::vector<std::string> found(1);
  for (const char c : affiliation) {
    if (c == '/' || c == ',' || c == ';') found.emplace_back();
    else if (c != ' ' || !found.back().empty()) found.back() += c;
  }
  for (auto& part : found)
    while (part.ends_with(' ')) part.pop_back();
  return found;
}

Span place_of(const std::string& words, const CheckInput& input) {
  const auto at = input.source.text().find(words);
  return at == std::string_view::npos ? top(input.minutes) : input.source.to_bytes({at, at + words.size()});
}

void check(const CheckInput& input, Reporter& report) {
  constexpr std::size_t shortest = 3;  // fewer letters say little
  std::map<std::string, std::string> known;
  std::set<std::string> told;
  for (const auto& person : input.minutes.people)
    for (const auto& affiliation : person.affiliations)
      for (const auto& part : parts(affiliation)) {
        const auto key = only_letters(part);
        if (key.size() < shortest) continue;
        const auto [at, fresh] = known.emplace(key, part);
        if (fresh || at->second == part || !told.insert(part).second) continue;
        report.add(place_of(part, input), fmt::format("{} is written {} elsewhere", quoted(part), quoted(at->second)));
      }
}

}  // namespace

extern const Rule rule_affiliation_spellings;
const Rule rule_affiliation_spellings{
    .id = "PK041",
    .name = "affiliation-spellings",
    .severity = Severity::warning,
    .summary = "One organisation is written in two ways that differ only in spaces, hyphens, capitals or accents.",
    .why = "A list of participants by organisation splits into two, and one of the spellings is wrong.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nMr Ehnes (HTWK) reports. Ms Weber (HT-WK) asks for the price.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\nMr Ehnes (HTWK) reports. Ms Weber (HTWK) asks for the price.\n",
    .check = check};

}  // namespace protokoll

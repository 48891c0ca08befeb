#include <fmt/format.h>

#include <re2/re2.h>

#include <algorithm>
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

// The words as such, not as part of longer ones.
Span place_of(const std::string& words, const CheckInput& input) {
  const re2::RE2 whole(fmt::format(R"((?:^|[^\pL\pN])({})(?:$|[^\pL\pN]))", re2::RE2::QuoteMeta(words)));
  const auto text = input.source.text();
  re2::StringPiece found;
  if (!re2::RE2::PartialMatch({text.data(), text.size()}, whole, &found)) return top(input.minutes);
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return input.source.to_bytes({begin, begin + found.size()});
}

// "Chair" and "chair" is no slip; "LfU" and "LFU" is.
bool is_slip(const std::string& one, const std::string& other) {
  const auto capitals = [](const std::string& text) { return std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }); };
  const bool only_case = in_small_letters(one) == in_small_letters(other);
  return !only_case || (capitals(one) > 1 && capitals(other) > 1);
}

void check(const CheckInput& input, Reporter& report) {
  constexpr std::size_t shortest = 3;  // fewer letters say little
  constexpr std::size_t most = 50;     // each is looked for in the whole document
  std::map<std::string, std::string> known;
  std::set<std::string> told;
  for (const auto& person : input.minutes.people)
    for (const auto& affiliation : person.affiliations)
      for (const auto& part : parts(affiliation)) {
        const auto key = only_letters(part);
        if (key.size() < shortest) continue;
        const auto& usual = known.emplace(key, part).first->second;
        if (usual == part || !is_slip(part, usual) || told.size() == most || !told.insert(part).second) continue;
        report.add(place_of(part, input), fmt::format("{} is written {} elsewhere", quoted(part), quoted(usual)));
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

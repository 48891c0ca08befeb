#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

using Names = std::set<std::string_view>;

// Somebody the document knows, or two words with capitals side by side, as names are.
bool names_somebody(std::string_view text, const Names& known) {
  static const re2::RE2 name(R"(\p{Lu}[\p{L}'-]+\s+\p{Lu}[\p{L}'-]+)");
  static const re2::RE2 word(R"(\p{Lu}[\p{L}'-]+)");
  if (re2::RE2::PartialMatch({text.data(), text.size()}, name)) return true;
  re2::StringPiece rest(text.data(), text.size()), found;
  for (; word.Match(rest, 0, rest.size(), re2::RE2::UNANCHORED, &found, 1); rest.remove_prefix(static_cast<std::size_t>(found.end() - rest.begin())))
    if (known.contains({found.data(), found.size()})) return true;
  return false;
}

// The decision's own words and what stands behind it in its section: names may follow as a list.
bool names_somebody(const Decision& decision, const AgendaItem& item, const CheckInput& input, const Names& known) {
  if (names_somebody(decision.text, known)) return true;
  constexpr std::size_t next_lines = 300;
  return std::any_of(item.sections.begin(), item.sections.end(), [&](const Section& section) {
    if (section.blocks.empty() || section.blocks.front().span.begin > decision.span.begin || section.blocks.back().span.end < decision.span.end) return false;
    const auto end = std::min(decision.span.end + next_lines, section.blocks.back().span.end);
    return names_somebody(input.text({decision.span.end, end}), known);
  });
}

void check(const CheckInput& input, Reporter& report) {
  Names known;
  for (const auto& person : input.minutes.people) known.insert(last_name(person.name));
  for (const auto* item : all_items(input.minutes))
    for (const auto& decision : item->decisions)
      if (decision.kind == DecisionKind::election && !names_somebody(decision, *item, input, known)) report.add(decision.span, "no name is recognised in this election");
}

}  // namespace

extern const Rule rule_election_without_name;
const Rule rule_election_without_name{
    .id = "PK026",
    .name = "election-without-name",
    .severity = Severity::note,
    .summary = "An election is recorded without a name.",
    .why = "The register court and the newly elected want to know who it was.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Elections\n\n"
            "The chair was elected unanimously.\n\n## 2. Roof\n\nMs Weber has three offers.\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Elections\n\n"
            "Ms Weber was elected chair unanimously.\n\n## 2. Roof\n\nMs Weber has three offers.\n",
    .check = check};

}  // namespace protokoll

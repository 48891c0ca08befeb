#include <algorithm>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"
#include "rules/support/words.hpp"

namespace protokoll {
namespace {

bool names_somebody(const Decision& decision, const Minutes& minutes) {
  return std::any_of(minutes.people.begin(), minutes.people.end(), [&](const KnownPerson& person) { return decision.text.find(last_name(person.name)) != std::string::npos; });
}

void check(const CheckInput& input, Reporter& report) {
  for (const auto* decision : all_decisions(input.minutes))
    if (decision->kind == DecisionKind::election && !names_somebody(*decision, input.minutes)) report.add(decision->span, "no name is recognised in this election");
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

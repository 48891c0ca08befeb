#include <algorithm>
#include <vector>

#include "rules/rule.hpp"
#include "rules/support/model.hpp"

namespace protokoll {
namespace {

bool is_voted_on(const Decision& decision) {
  return decision.by == By::label && (decision.kind == DecisionKind::decision || decision.kind == DecisionKind::election || decision.kind == DecisionKind::discharge);
}

// "The budget is accepted.": its own words say the outcome, whether or not votes are printed elsewhere.
bool says_outcome_itself(const Decision& decision) { return decision.outcome && (!decision.vote || decision.vote->text == decision.text); }

// Where labels for votes stand, in document order, whatever is read behind them.
std::vector<std::size_t> vote_labels(const Observations& seen) {
  std::vector<std::size_t> places;
  for (const auto& label : seen.labels)
    if (label.key == "vote" || label.key == "votes") places.push_back(label.span.begin);
  std::sort(places.begin(), places.end());
  return places;
}

// One outcome may be meant for all decisions of an item.
bool states_outcome(const AgendaItem& item, const std::vector<std::size_t>& labels) {
  const auto label = std::lower_bound(labels.begin(), labels.end(), item.span.begin);
  const auto decided = [](const Decision& decision) { return decision.vote || decision.outcome; };
  return !item.votes.empty() || (label != labels.end() && *label < item.span.end) || std::any_of(item.decisions.begin(), item.decisions.end(), decided);
}

void check(const CheckInput& input, Reporter& report) {
  std::vector<const Decision*> without;
  std::size_t with = 0;
  const auto labels = vote_labels(input.seen());
  for (const auto* item : all_items(input.minutes)) {
    const bool stated = states_outcome(*item, labels);
    for (const auto& decision : item->decisions) {
      if (!is_voted_on(decision) || says_outcome_itself(decision)) continue;
      if (stated) ++with;
      else without.push_back(&decision);
    }
  }
  // Minutes that seldom print outcomes do so by habit.
  if (with < without.size() * 3) return;
  for (const auto* decision : without) report.add(decision->span, "no vote or outcome is stated, as it is for the other decisions");
}

}  // namespace

extern const Rule rule_decision_without_outcome;
const Rule rule_decision_without_outcome{
    .id = "PK023",
    .name = "decision-without-outcome",
    .severity = Severity::note,
    .summary = "A decision has neither vote nor outcome, though nearly all others have one.",
    .why = "Whether it was carried is the first thing that is asked later.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "**Decision:** The roof gets slate (unanimous).\n\n## 2. Budget\n\n"
            "**Decision:** The budget is published (5 in favour, 1 against).\n\n## 3. Garden\n\n"
            "**Decision:** The hedge is cut.\n\n## 4. Party\n\n"
            "**Decision:** The party is held in May (unanimous).\n\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Roof\n\n"
            "**Decision:** The roof gets slate (unanimous).\n\n## 2. Budget\n\n"
            "**Decision:** The budget is published (5 in favour, 1 against).\n\n## 3. Garden\n\n"
            "**Decision:** The hedge is cut (unanimous).\n\n## 4. Party\n\n"
            "**Decision:** The party is held in May (unanimous).\n\n",
    .check = check};

}  // namespace protokoll

#include "facts/votes/vote_outcome.hpp"

#include "facts/votes/votes.hpp"

namespace protokoll {
namespace {

std::optional<VoteOutcome> implied(const Vote& vote) {
  if (const auto outcome = outcome_of(vote)) return outcome;
  if (vote.yes && !vote.no && vote.abstain && *vote.yes > *vote.abstain) return VoteOutcome::adopted;
  return std::nullopt;
}

void be_of_one_mind(Vote& vote) {
  if (!none_against(vote) || vote.outcome != VoteOutcome::adopted) return;
  vote.unanimous = true;
  vote.no.reset();
}

}  // namespace

bool none_against(const Vote& vote) { return !vote.yes && !vote.unanimous && vote.no == 0; }

void settle(Vote& vote) {
  vote.outcome = implied(vote);
  be_of_one_mind(vote);
}

void settle(Decision& decision) {
  if (!decision.vote) return;
  auto& vote = *decision.vote;
  const auto counted = implied(vote);
  const bool clash = !vote.outcome && decision.outcome == VoteOutcome::rejected && counted == VoteOutcome::adopted;
  if (clash) decision.outcome.reset();
  else if (!vote.outcome) vote.outcome = counted ? counted : decision.outcome;
  const bool only_for = vote.yes.value_or(0) > 0 && !vote.no;
  // "Treasurer: Ann Leek, with 1 abstention"
  const bool elected = decision.kind == DecisionKind::election && vote.abstain && !vote.no;
  if (!vote.outcome && !clash && (only_for || elected || none_against(vote))) vote.outcome = VoteOutcome::adopted;
  be_of_one_mind(vote);
  decision.outcome = vote.outcome;
}

Joined add_counts(Vote& vote, const Vote& more) {
  const auto clash = [](const auto& a, const auto& b) { return a && b && *a != *b; };
  if (clash(vote.yes, more.yes) || clash(vote.no, more.no) || clash(vote.abstain, more.abstain) || clash(vote.outcome, more.outcome)) return Joined::clash;
  if ((vote.unanimous && more.no.value_or(0) > 0) || (more.unanimous && vote.no.value_or(0) > 0)) return Joined::clash;
  bool added = more.unanimous && !vote.unanimous;
  vote.unanimous = vote.unanimous || more.unanimous;
  const auto take = [&](auto& place, const auto& value) {
    if (place || !value) return;
    place = value;
    added = true;
  };
  take(vote.yes, more.yes);
  take(vote.no, more.no);
  take(vote.abstain, more.abstain);
  if (more.outcome && !vote.outcome) {
    added = added || outcome_of(vote) != more.outcome;
    vote.outcome = more.outcome;
  }
  return added ? Joined::added : Joined::nothing_new;
}

}  // namespace protokoll

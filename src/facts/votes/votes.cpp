#include "facts/votes/votes.hpp"

#include <algorithm>
#include <span>

#include "facts/votes/ballot.hpp"
#include "facts/votes/roll_call.hpp"
#include "facts/votes/vote_parts.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

constexpr std::size_t denial_reach = 4;  // words between a denial and what it denies

using Parts = std::span<const Part>;

// A word of acceptance or refusal that is no noun of a side ("3 refusals").
bool says_outcome(const Part& part) {
  if (part.classes.has(vote_noun) || (part.classes.has(unanimous) && !part.classes.any({accept, adopt, elect, discharge, reject}))) return false;
  if (!part.classes.any({accept, adopt, elect, discharge, agree, reject})) return false;
  return part.kind != PartKind::side || !part.classes.any({yes, no, abstain});
}

// "It was agreed": both an agreement and a decision.
bool resolves(Parts parts) {
  return std::ranges::any_of(parts, [](const Part& part) { return part.classes.has(agree) && part.classes.has(adopt); });
}

bool is_count(Parts parts, std::size_t at) { return at < parts.size() && parts[at].kind == PartKind::count; }

// "Votent contre : 1".
bool has_count_behind(Parts parts, std::size_t at) { return is_count(parts, at + 1) || (at + 1 < parts.size() && (parts[at + 1].mark == ':' || parts[at + 1].mark == '=') && is_count(parts, at + 2)); }

// "Not", and a "no" that is not the word of a side; "without" denies the noun behind it only.
bool is_denial(Parts parts, std::size_t at) {
  const auto& part = parts[at];
  if (!part.classes.has(negation) || part.classes.has(lacking)) return false;
  if (part.kind == PartKind::none) return true;
  return part.kind == PartKind::side && part.value < 0 && !is_count(parts, at + 1) && !(at > 0 && is_count(parts, at - 1));
}

bool stops_denial(const Part& part) {
  return (part.kind == PartKind::mark && part.mark != '"') || part.kind == PartKind::side || part.joins || part.classes.any({unanimous, lacking}) || says_outcome(part);
}

// Whether a denial stands close in front of a word.
bool is_denied(Parts parts, std::size_t at) {
  for (auto i = at; i > 0 && at - i < denial_reach; --i) {
    if (is_denial(parts, i - 1)) return true;
    if (stops_denial(parts[i - 1])) return false;
  }
  return false;
}

// "Unanimity was not reached."
bool is_denied_behind(Parts parts, std::size_t at) {
  for (auto i = at + 1; i < std::min(parts.size(), at + denial_reach); ++i) {
    const bool of_side = i + 1 < parts.size() && (parts[i + 1].kind == PartKind::side || parts[i + 1].classes.has(unanimous));
    if (is_denial(parts, i)) return !of_side;
    if (parts[i].denies) return true;
    if (stops_denial(parts[i])) return false;
  }
  return false;
}

// "There were no other nominations, A was elected": that nobody else was put up refuses nobody.
bool denies_candidates(Parts parts, std::size_t at) {
  const auto elects = [](const Part& part) { return part.classes.has(elect) && part.kind == PartKind::word; };
  if (!elects(parts[at]) || !is_denied(parts, at)) return false;
  return parts[at].classes.has(motion_noun) || (parts[at].classes.has(election_noun) && std::ranges::any_of(parts.subspan(at + 1), elects));
}

// "Not carried unanimously": who knows what the denial denies? "Not without opposition": nothing that was decided.
bool is_doubtful(Parts parts, std::size_t at) {
  for (auto i = at; i < std::min(parts.size(), at + denial_reach); ++i) {
    if (parts[i].classes.has(unanimous)) return parts[at].denies || is_denied(parts, at);
    if (i > at && (parts[i].classes.has(lacking) || (parts[i].kind == PartKind::side && parts[i].value == 0))) return parts[at].denies;
  }
  return false;
}

// "If the motion is carried", "the budget shall be adopted": not yet.
bool is_to_come(Parts parts, std::size_t at) {
  constexpr std::size_t near = 2;
  for (auto i = at; i > 0 && parts[i - 1].kind != PartKind::mark; --i) {
    if (parts[i - 1].classes.has(condition)) return true;
    if (at - i < near && parts[i - 1].classes.any({modal, must})) return true;
  }
  return false;
}

// "It is proposed to adopt", "the motion to reject the offer", "voted to reject it": what is moved or decided, not what became of it.
bool is_wished(Parts parts, std::size_t at) {
  if (parts[at].classes.has(majority)) return false;  // "the majority that is needed was not reached"
  if (is_to_come(parts, at)) return true;
  if (!parts[at].classes.has(infinitive)) return false;
  return std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(at), [](const Part& part) { return part.classes.any({suggest, move, motion_noun, adopt, agree, vote_noun}); });
}

// Where it begins what something resolved is about: "it was agreed that he has refused".
std::size_t told_from(Parts parts) {
  bool told = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (told && parts[i].classes.has(that)) return i;
    told = told || (parts[i].classes.has(resolve) && !is_denied(parts, i));
  }
  return parts.size();
}

// "Neither adopted nor rejected".
bool follows_denied(Parts parts, std::size_t at) {
  for (auto i = at; i > 0 && at - i < denial_reach - 1 && parts[i - 1].kind != PartKind::mark; --i)
    if (says_outcome(parts[i - 1])) return is_denied(parts, i - 1);
  return false;
}

// "1 councillor voted against": a count of those who did.
bool has_count_before(Parts parts, std::size_t at) {
  constexpr std::size_t reach = 3;
  for (auto i = at; i > 0 && at - i < reach; --i)
    if (is_count(parts, i - 1)) return true;
  return false;
}

// "The majority needed was not reached", "no majority".
bool misses_majority(Parts parts) {
  constexpr std::size_t reach = 3;
  const auto ends = [&](std::size_t at) { return at >= parts.size() || parts[at].kind == PartKind::mark; };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].classes.has(majority)) continue;
    if (is_denied(parts, i)) return true;
    for (auto j = i + 1; j <= i + reach && !ends(j); ++j)
      if (is_denial(parts, j)) return ends(j + 1) || ends(j + 2) || ends(j + reach);
  }
  return false;
}

std::optional<VoteOutcome> outcome_in(Parts parts) {
  bool adopted = false, rejected = false, doubtful = false;
  const auto told = told_from(parts);
  for (std::size_t i = 0; i < told; ++i) {
    const auto& part = parts[i];
    if (!says_outcome(part) || is_wished(parts, i)) continue;
    const bool refused = part.classes.has(reject), denied = is_denied(parts, i);
    // "Not all were happy, and it was agreed that …": a mood denied in front of what was resolved.
    if (denied && ((!refused && denies_candidates(parts, i)) || (!part.classes.has(adopt) && resolves(parts.subspan(i + 1))))) continue;
    const bool neither = refused && rejected && !part.denies && follows_denied(parts, i);
    if (is_doubtful(parts, i) || neither || (refused && denied && !part.denies)) doubtful = true;
    else if (refused || denied) rejected = true;
    else adopted = true;
  }
  if (rejected) return doubtful ? std::nullopt : std::optional(VoteOutcome::rejected);
  if (adopted) return VoteOutcome::adopted;
  if (doubtful) return std::nullopt;
  if (misses_majority(parts)) return VoteOutcome::rejected;
  // "Approved" may name a side as well; without a count beside it, it is the outcome.
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind != PartKind::side || parts[i].value >= 0 || !parts[i].classes.any({accept, adopt, reject}) || has_count_behind(parts, i) || has_count_before(parts, i)) continue;
    if (is_wished(parts, i)) continue;
    return parts[i].classes.has(reject) || is_denied(parts, i) ? VoteOutcome::rejected : VoteOutcome::adopted;
  }
  return std::nullopt;
}

// "It is proposed to adopt the budget unanimously."
bool is_wished_along(Parts parts, std::size_t at) {
  const auto cuts = [](const Part& part) { return part.kind == PartKind::mark && part.mark != '"'; };
  auto first = at, last = at;
  while (first > 0 && !cuts(parts[first - 1])) --first;
  while (last < parts.size() && !cuts(parts[last])) ++last;
  bool wished = false;
  for (auto i = first; i < last; ++i) {
    if (says_outcome(parts[i]) && !is_wished(parts, i)) return false;
    wished = wished || is_wished(parts, i);
  }
  return wished;
}

// Where the words say that all were of one mind.
std::optional<std::size_t> unanimity(Parts parts) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].classes.has(unanimous) && !is_denied(parts, i)) {
      for (auto before = i > denial_reach ? i - denial_reach : 0; before < i; ++before)
        if (parts[before].denies || (says_outcome(parts[before]) && is_denied(parts, before) && !denies_candidates(parts, before))) return std::nullopt;
      if (is_denied_behind(parts, i) || is_wished_along(parts, i)) return std::nullopt;
      return i;
    }
  return std::nullopt;
}

bool tells_of_voting(Parts parts) {
  return std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.classes.any({accept, reject, adopt, elect, discharge, agree, vote_noun, motion_noun, decision_noun, recommend}); });
}

bool tells_of_election(Parts parts) { return std::ranges::any_of(parts, [](const Part& part) { return part.classes.has(election_noun); }); }

// "Defeated by 8 votes to 5", "by 8 votes against 5": the larger count is that of those who won.
void order_counts(const std::vector<Part>& parts, const Ballot& ballot, Vote& vote) {
  const bool named = !ballot.against && std::any_of(ballot.used.begin(), ballot.used.end(), [&](std::size_t i) { return parts[i].kind == PartKind::side && (parts[i].side == Side::yes || parts[i].side == Side::no); });
  const bool missed = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.classes.has(majority) || part.denies; });
  const bool lost = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.classes.has(reject) && (part.kind == PartKind::word || part.kind == PartKind::votes); });
  if (named || missed || !lost || vote.outcome != VoteOutcome::rejected || !vote.yes || !vote.no || *vote.yes <= *vote.no) return;
  std::swap(vote.yes, vote.no);
}

// Counts of both sides outweigh words that seem to say otherwise, unless more than half was needed.
void weigh_counts(Parts parts, Vote& vote) {
  const bool majority_told = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.classes.any({majority, quorum}); });
  if (!vote.outcome || !vote.yes || !vote.no || *vote.yes == *vote.no || majority_told) return;
  vote.outcome = *vote.yes > *vote.no ? VoteOutcome::adopted : VoteOutcome::rejected;
}

}  // namespace

std::optional<VoteOutcome> outcome_of(const Vote& vote) {
  if (vote.outcome) return vote.outcome;
  if (vote.unanimous) return VoteOutcome::adopted;
  if (vote.yes && vote.no && *vote.yes != *vote.no) return *vote.yes > *vote.no ? VoteOutcome::adopted : VoteOutcome::rejected;
  return std::nullopt;
}

std::optional<VoteOutcome> said_outcome(std::string_view text, const Context& context) { return outcome_in(vote_parts(text, context)); }

namespace {

// Nothing but counts and sides, and what stands in brackets.
bool is_bare(Parts parts) {
  bool bracket = false;
  for (const auto& part : parts) {
    if (part.mark == '(' || part.mark == ')') bracket = part.mark == '(';
    else if (part.mark == '?' || (part.kind == PartKind::word && !bracket)) return false;
  }
  return true;
}

// "… (5 for, 1 abstention).": what stands between the last brackets.
std::string_view bracket_at_end(std::string_view text) {
  constexpr std::size_t longest = 120, shortest = 3;
  text = trim(text, U".");
  const char open = text.ends_with(')') ? '(' : text.ends_with(']') ? '[' : '\0';
  const auto from = open == '\0' ? std::string_view::npos : text.rfind(open);
  if (from == std::string_view::npos || text.size() - from > longest || text.size() - from < shortest) return {};
  return trim(text.substr(from + 1, text.size() - from - 2));
}

// "14-2", "18:30": two figures alone.
bool may_be_anything(Parts parts) {
  constexpr std::size_t pair = 3;
  constexpr int tens = 10;
  if (parts.size() != pair || !is_count(parts, 0) || parts[1].kind != PartKind::stroke || !is_count(parts, 2)) return false;
  return parts[1].mark == '-' || (parts[0].value > 0 && parts[2].value >= tens);
}

std::optional<FoundVote> find_vote(const std::vector<Part>& parts, VotePlace place, const Context& context) {
  const bool bare = is_bare(parts);
  const bool told = (bare && !may_be_anything(parts)) || place == VotePlace::under_label || tells_of_voting(parts);
  auto ballot = count_ballot(parts, told);
  FoundVote found;
  auto& vote = found.vote;
  vote.yes = ballot.counts[static_cast<std::size_t>(Side::yes)];
  vote.no = ballot.counts[static_cast<std::size_t>(Side::no)];
  vote.abstain = ballot.counts[static_cast<std::size_t>(Side::abstain)];
  if (const auto at = unanimity(parts); at && (told || parts.size() <= 2 * denial_reach || ballot.sides() > 0 || tells_of_election(parts))) {
    vote.unanimous = vote.no.value_or(0) == 0 || !ballot.is_set_apart(parts, *at);
    if (vote.unanimous) ballot.used.push_back(*at);
  }
  vote.unanimous = vote.unanimous || ballot.all_for;
  if (ballot.sides() == 0 && !vote.unanimous) return std::nullopt;
  found.counted = true;
  vote.outcome = outcome_in(parts);
  order_counts(parts, ballot, vote);
  weigh_counts(parts, vote);
  const auto [first, last] = std::minmax_element(ballot.used.begin(), ballot.used.end());
  found.range = {parts[*first].range.begin, parts[*last].range.end};
  const auto words = context.view(found.range);
  vote.text = Context::flat(words);
  vote.span = context.span(words);
  return found;
}

}  // namespace

std::optional<FoundVote> find_vote(std::string_view text, VotePlace place, const Context& context) {
  return find_vote(vote_parts(text, context), place == VotePlace::sentence && ends_in_vote(text, context) ? VotePlace::under_label : place, context);
}

bool ends_in_vote(std::string_view text, const Context& context) {
  const auto inner = bracket_at_end(text);
  if (inner.empty()) return false;
  return is_bare_vote(inner, context) && find_vote(vote_parts(inner, context), VotePlace::sentence, context).has_value();
}

bool is_roll_call(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 2000;
  return text.size() <= longest && roll_call(vote_parts(text, context), false).has_value();
}

namespace {

struct BesideVote {
  bool found = false;       // a vote, not its bare outcome
  std::size_t others = 0;   // words that are none of voting, small ones counting less
};

// What a text tells beside a vote; nothing if it tells no vote and no outcome.
std::optional<BesideVote> told_beside_vote(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 250;
  if (text.size() > longest) return std::nullopt;
  const auto parts = vote_parts(text, context);
  BesideVote told{.found = find_vote(parts, VotePlace::under_label, context).has_value()};
  if (!told.found && !outcome_in(parts)) return std::nullopt;
  constexpr WordClasses of_voting{accept, reject, votes, vote_noun, members, body, majority, unanimous, ballot, quorum, motion_noun, decision_noun, agreement_noun, present, negation, future, yes, no, abstain, invalid, adopt};
  for (const auto& part : parts)
    if (part.kind == PartKind::word && !part.classes.any(of_voting)) told.others += part.small_word || &part == parts.data() ? 1 : 2;
  return told;
}

}  // namespace

bool is_vote_line(std::string_view text, const Context& context) {
  constexpr std::size_t most = 4;
  const auto told = told_beside_vote(text, context);
  return told && told->others <= (told->found ? most : most - 1);
}

bool is_bare_vote(std::string_view text, const Context& context) {
  const auto told = told_beside_vote(text, context);
  return told && told->found && told->others == 0;
}

bool is_bare_result(std::string_view text, const Context& context) {
  const auto told = told_beside_vote(text, context);
  return told && told->others == 0;
}

}  // namespace protokoll

// A vote goes to the decision that it stands in, behind or in front of, or to the motion that it ends.
#include <algorithm>
#include <utility>

#include "facts/decisions/decisions.hpp"
#include "facts/decisions/register_reader.hpp"
#include "facts/votes/vote_outcome.hpp"
#include "words/text.hpp"

namespace protokoll {

void RegisterReader::give(Decision& decision, Vote vote, std::string_view words) {
  if (const auto outcome = outcome_of(vote)) {
    decision.confidence = Confidence::high;
    decision.outcome = outcome;
  } else if (vote.outcome) {
    decision.outcome = vote.outcome;
  }
  decision.vote = std::move(vote);
  words_ = words;
}

void RegisterReader::end_or_bind(Vote vote, std::string_view words) {
  const bool ends = units_[at_].form == UnitForm::table || sense_.accepts_only(at_) || is_vote_line(units_[at_].text, context_);
  const auto* motion = ends ? motion_before() : nullptr;
  // "Mia Ott gives reasons for the motion. The motion is rejected by 7 votes to 3.": what it asks for is not told.
  if (!motion && at_ > 0 && register_.decisions.empty() && is_counted(vote) && sense_.moves_nothing(at_ - 1) && sense_.accepts_motion(at_)) motion = &units_[at_];
  if (!motion) return bind(std::move(vote), words);
  auto decision = decision_of(*motion, is_counted(vote) ? Confidence::high : Confidence::low);
  give(decision, std::move(vote), words);
  add(std::move(decision));
}

bool RegisterReader::title_decides() const {
  constexpr std::size_t fewest = 2;  // words
  return at_ == 0 && is_bare_vote(units_[at_].text, context_) && has_words(title_, fewest);
}

Passage RegisterReader::titled() const {
  Passage titled = units_[at_];
  titled.form = UnitForm::sentence;
  titled.text = title_;
  titled.before = {};
  return titled;
}

void RegisterReader::take_counts_before(Decision& decision) {
  constexpr std::size_t lines = 3;
  if (register_.votes.empty() || unbound_ >= at_ || unbound_ + lines < at_ || voted_ + 1 != at_ || (!register_.decisions.empty() && last_ > unbound_)) return;
  if (events_[at_].accepts < 0.5 && !decision.vote && !decision.outcome) return;
  auto& vote = register_.votes.back();
  if (const auto outcome = outcome_of(vote); !decision.vote && outcome && decision.outcome && *outcome != *decision.outcome) return;
  if (decision.vote) {
    const auto outcome = outcome_of(vote), other = outcome_of(*decision.vote);
    if ((outcome && other && *outcome != *other) || add_counts(vote, *decision.vote) == Joined::clash) return;
  }
  decision.vote = std::move(vote);
  register_.votes.pop_back();
}

bool RegisterReader::names_again() const {
  constexpr std::uint32_t shortest = 4;
  const auto tokens = context_.reading.tokens(units_[at_].text);
  const auto said = [&](const Token& token) { return units_[last_].text.find(context_.reading.text(token)) != std::string_view::npos; };
  if (std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.is(WordClass::elect) && said(token); })) return false;
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind == TokenKind::word && token.capital && token.classes.empty() && token.range.size() >= shortest && said(token);
  });
}

void RegisterReader::take_ballot(Decision& decision) {
  using enum WordClass;
  if (register_.decisions.empty() || last_ + 1 != at_ || decision.vote || decision.kind != DecisionKind::election || !events_[at_].classes.has(elect)) return;
  auto& before = register_.decisions.back();
  if (!before.vote || !before.vote->yes || before.kind != DecisionKind::election || before.by != By::phrase || !names_again()) return;
  decision.vote = std::move(before.vote);
  if (decision.vote->outcome) decision.outcome = decision.vote->outcome;
  register_.decisions.pop_back();
}

void RegisterReader::take_vote_in_front(Decision& decision) {
  if (!register_.decisions.empty() || register_.votes.size() != 1 || voted_ + 1 != at_) return;
  if (at_ + 1 < units_.size() && is_vote_line(units_[at_ + 1].text, context_)) return;
  decision.vote = std::move(register_.votes.back());
  decision.outcome = outcome_of(*decision.vote);
  register_.votes.clear();
}

bool RegisterReader::shift_votes(Vote& vote, std::string_view words) {
  auto& decisions = register_.decisions;
  auto& last = decisions.back();
  if (voted_ + 1 != at_ || voted_ == last_ || !sense_.counts_only(at_) || !sense_.counts_only(voted_)) return false;
  const auto first = outcome_of(*last.vote), second = outcome_of(vote);
  auto* before = decisions.size() > 1 ? &decisions[decisions.size() - 2] : nullptr;
  if (before && (before->vote || (before->outcome && first && *before->outcome != *first))) before = nullptr;
  if (!before && (last.by != By::label || first != VoteOutcome::rejected || second != VoteOutcome::adopted)) return false;
  auto earlier = std::move(*last.vote);
  if (before) give(*before, std::move(earlier), words_);
  else register_.votes.push_back(std::move(earlier));
  give(last, std::move(vote), words);
  distance_ = 0;
  voted_ = at_;
  return true;
}

void RegisterReader::bind(Vote vote, std::string_view words) {
  if (!register_.decisions.empty() && distance_ <= 2) {
    auto& decision = register_.decisions.back();
    if (!decision.vote) {
      give(decision, std::move(vote), words);
      distance_ = 0;
      voted_ = at_;
      return;
    }
    if (complete(*decision.vote, vote, words)) {
      if (decision.vote->outcome) decision.outcome = decision.vote->outcome;
      distance_ = 0;
      voted_ = at_;
      return;
    }
    if (shift_votes(vote, words)) return;
  }
  if (!register_.votes.empty() && distance_ <= 1 && complete(register_.votes.back(), vote, words)) {
    distance_ = 0;
    voted_ = at_;
    return;
  }
  // "Accepted" without a count, a motion or a decision that it could belong to says nothing for a register.
  if (!is_counted(vote)) return;
  // "We aim for consensus."
  if (!vote.yes && !vote.no && !vote.abstain && vote.by != By::table && events_[at_].accepts < 0.5 && !is_vote_line(units_[at_].text, context_)) return;
  if (decides_before(vote, words)) return;
  register_.votes.push_back(std::move(vote));
  voted_ = unbound_ = at_;
  words_ = words;
  distance_ = 0;
}

bool RegisterReader::decides_before(Vote& vote, std::string_view words) {
  if (!vote.unanimous && !(vote.yes && (vote.no || vote.abstain))) return false;
  const auto about = sense_.voted_on(at_);
  if (about ? *about == voted_ || (!register_.decisions.empty() && *about <= last_) : !title_decides()) return false;
  auto decision = decision_of(about ? units_[*about] : titled(), Confidence::low);
  give(decision, std::move(vote), words);
  decision.confidence = Confidence::low;
  add(std::move(decision));
  return true;
}

bool RegisterReader::complete(Vote& vote, const Vote& more, std::string_view words) {
  const auto outcome = outcome_of(vote), other = outcome_of(more);
  const bool missed = more.outcome == VoteOutcome::rejected && context_.reading.classes(words).any({WordClass::majority, WordClass::quorum});
  if (outcome && other && *outcome != *other && !missed) return false;
  const auto joined = add_counts(vote, more);
  if (joined == Joined::nothing_new) return true;
  if (joined == Joined::clash) return false;
  if (!words_.empty() && !words.empty() && words.data() > words_.data()) {
    words_ = join(words_, words);
    vote.text = Context::flat(words_);
    vote.span = context_.span(words_);
  }
  return true;
}

}  // namespace protokoll

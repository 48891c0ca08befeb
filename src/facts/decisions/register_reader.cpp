#include "facts/decisions/register_reader.hpp"

#include <algorithm>
#include <utility>

#include "facts/decisions/decisions.hpp"
#include "facts/votes/vote_outcome.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr WordClasses of_voting{WordClass::motion_noun, WordClass::vote_noun, WordClass::votes, WordClass::majority, WordClass::ballot};

}  // namespace

bool is_counted(const Vote& vote) { return vote.yes || vote.no || vote.abstain || vote.unanimous; }

void RegisterReader::read() {
  const auto& weights = context_.weights["decision"];
  const auto low = weights.threshold("low"), high = weights.threshold("high");
  for (at_ = 0; at_ < units_.size(); ++at_) {
    const auto& unit = units_[at_];
    if (unit.piece != piece_ && !(at_ > 0 && sense_.names_movers(at_ - 1))) distance_ += static_cast<int>(unit.piece - piece_);
    piece_ = unit.piece;
    if (unit.form == UnitForm::table) {
      end_or_bind(*unit.vote, {});
      continue;
    }
    const auto probability = events_[at_].decision;
    if (probability >= low && !ends_a_motion(low) && !(probability < high && sense_.is_only_suggested(at_))) decide(unit, probability >= (unit.form == UnitForm::labelled ? low : high) ? Confidence::high : Confidence::low);
    else if (sense_.stands_for_office(at_)) continue;
    else if (auto vote = stated_vote(unit)) end_or_bind(std::move(*vote), stated_);
  }
  for (auto& decision : register_.decisions) settle(decision);
  for (auto& vote : register_.votes) settle(vote);
  // "There were no objections" to nothing that is known.
  std::erase_if(register_.votes, [](const Vote& vote) { return none_against(vote) && !vote.outcome; });
}

bool RegisterReader::ends_a_motion(double low) const {
  using enum WordClass;
  const auto& unit = units_[at_];
  if (sense_.counts_only(at_) || is_roll_call(unit.text, context_)) return true;
  if (unit.form == UnitForm::labelled && carries_the_motion()) return true;
  if (unit.form == UnitForm::labelled || unit.form == UnitForm::motion) return false;
  const auto& event = events_[at_];
  if (sense_.tells_who_is_away(at_) || misses_majority()) return true;
  if (sense_.opens_or_closes(at_) || sense_.stands_for_office(at_) || sense_.takes_office(at_) || sense_.asks_for_discharge(at_)) return true;
  if (at_ > 0 && sense_.names_only_movers(at_)) return true;
  if (!event.classes.any({adopt, accept, reject, elect, discharge, agree, note, recommend, move, decision_noun}) && is_vote_line(unit.text, context_)) return true;
  if (register_.decisions.empty() || distance_ > 2 || last_ >= at_) return false;
  if ((sense_.names_movers(at_) && (event.classes.has(second) || sense_.names_only_movers(at_))) || follows_up(unit)) return true;
  const bool motion = units_[last_].form == UnitForm::motion || units_[last_].form == UnitForm::labelled || events_[last_].moves > event.moves;
  if (!motion || register_.decisions.back().vote || event.accepts < context_.weights["accepts"].threshold("low")) return false;
  return events_[last_].decision >= low && (is_vote_line(unit.text, context_) || event.classes.has(motion_noun));
}

bool RegisterReader::carries_the_motion() const {
  if (register_.decisions.empty() || register_.decisions.back().vote || distance_ > 2 || last_ >= at_) return false;
  constexpr double moved = 0.5;
  const auto& before = events_[last_];
  return before.moves > moved && before.moves > before.accepts && sense_.accepts_motion(at_);
}

bool RegisterReader::misses_majority() const {
  return voted_ + 1 == at_ && sense_.misses_majority(at_);
}

VotePlace RegisterReader::place(const Passage& unit) const {
  return unit.section->key == "vote" || unit.form == UnitForm::labelled || events_[at_].accepts > 0.5 ? VotePlace::under_label : VotePlace::sentence;
}

std::optional<Vote> RegisterReader::stated_vote(const Passage& unit) {
  if (auto found = find_vote(unit.text, place(unit), context_)) {
    stated_ = context_.view(found->range);
    return std::move(found->vote);
  }
  if (unit.section->key != "vote" && !misses_majority() && events_[at_].accepts < context_.weights["accepts"].threshold("low")) return std::nullopt;
  const auto outcome = said_outcome(unit.text, context_);
  // "It was agreed to …" tells of a decision, not of a vote.
  const auto& classes = events_[at_].classes;
  if (!outcome || (classes.has(WordClass::agree) && classes.has(WordClass::adopt) && events_[at_].decides > events_[at_].accepts)) return std::nullopt;
  Vote vote;
  vote.outcome = outcome;
  vote.text = Context::flat(unit.text);
  vote.span = context_.span(unit.text);
  stated_ = unit.text;
  return vote;
}

std::string_view RegisterReader::with_context(const Passage& unit) const {
  const auto first = unit.text.substr(0, unit.text.find_first_of(" ,\n"));
  if (unit.before.empty() || !context_.language.has("pronouns", first)) return unit.text;
  return said_outcome(unit.before, context_) == VoteOutcome::rejected ? unit.text : join(unit.before, unit.text);
}

bool RegisterReader::follows_up(const Passage& unit) const {
  if (register_.decisions.empty() || last_ + 1 != at_ || unit.before.empty()) return false;
  const auto first = unit.text.substr(0, unit.text.find_first_of(" ,\n"));
  return units_[last_].text == unit.before && !context_.language.has("articles", first) && context_.language.has("pronouns", first) &&
         !(is_vote_line(unit.text, context_) && find_vote(unit.text, VotePlace::under_label, context_));
}

const Passage* RegisterReader::motion_before() const {
  constexpr std::size_t reach = 4;
  constexpr std::size_t fewest = 4;  // words
  constexpr double moved = 0.5;
  std::size_t movers = 0;
  for (auto i = at_; i > 0 && at_ - i < reach; --i) {
    const auto before = i - 1;
    if ((!register_.decisions.empty() && before <= last_) || before == voted_) break;
    const auto& event = events_[before];
    const auto& unit = units_[before];
    if (unit.form == UnitForm::table || event.accepts > moved) break;
    if (unit.form != UnitForm::motion && sense_.names_movers(before)) ++movers;
    else if (unit.form == UnitForm::motion || (event.moves > moved && !event.classes.has(WordClass::candidate) && !sense_.moves_nothing(before))) return &unit;
    else if (i == at_ && sense_.words(before) >= fewest && sense_.settles_proposal_of(before, at_)) return &unit;
    else if (movers > 0 && !unit.in_cell) return movers + i == at_ && sense_.words(before) >= fewest ? &unit : nullptr;
  }
  return nullptr;
}

bool RegisterReader::only_says_what(const Passage& stating) const {
  if (stating.form != UnitForm::labelled) return stating.form == UnitForm::motion;
  const auto tokens = context_.reading.tokens(stating.text);
  return !tokens.empty() && (tokens.front().is(WordClass::that) || context_.language.has("infinitive_marks", context_.reading.text(tokens.front())));
}

void RegisterReader::decide(const Passage& stating, Confidence confidence) {
  const auto* motion = sense_.accepts_only(at_) ? motion_before() : nullptr;
  const auto& unit = motion ? *motion : stating;
  auto decision = decision_of(unit, confidence);
  if (!motion && events_[at_].elected) decision.kind = DecisionKind::election;
  const bool labelled = decision.by == By::label;
  auto vote = stated_vote(stating);
  if (vote && !is_counted(*vote) && only_says_what(stating)) vote.reset();
  if (vote && outcome_of(*vote)) decision.confidence = Confidence::high;
  if (vote && (motion || labelled || is_counted(*vote) || events_[at_].classes.any(of_voting))) {
    give(decision, *std::move(vote), stated_);
  } else if (!labelled) {
    decision.outcome = said_outcome(stating.text, context_);
    if (!decision.outcome && confidence == Confidence::high && UnitSense::takes_effect(events_[at_].classes)) decision.outcome = VoteOutcome::adopted;
  }
  if (!labelled) take_counts_before(decision);
  if (labelled && !decision.vote) take_vote_in_front(decision);
  take_ballot(decision);
  add(std::move(decision));
}

Decision RegisterReader::decision_of(const Passage& unit, Confidence confidence) {
  const bool labelled = unit.form == UnitForm::labelled || unit.form == UnitForm::motion;
  auto decision = make_decision(labelled ? unit.text : with_context(unit), decision_kind(unit, title_, context_), labelled ? By::label : By::phrase, context_);
  decision.confidence = confidence;
  if (unit.form == UnitForm::labelled && unit.section->label) decision.label = context_.stated(unit.section->label.heading);
  return decision;
}

void RegisterReader::add(Decision decision) {
  if (decision.vote) voted_ = at_;
  register_.decisions.push_back(std::move(decision));
  distance_ = 0;
  last_ = at_;
}

}  // namespace protokoll

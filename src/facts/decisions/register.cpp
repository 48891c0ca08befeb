#include "facts/decisions/register.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "facts/decisions/decisions.hpp"
#include "facts/decisions/events.hpp"
#include "facts/decisions/unit_sense.hpp"
#include "facts/tasks/item_tasks.hpp"
#include "facts/votes/vote_outcome.hpp"
#include "facts/votes/votes.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr WordClasses of_voting{WordClass::motion_noun, WordClass::vote_noun, WordClass::votes, WordClass::majority, WordClass::ballot};

// Has counts, or says that all were of one mind; "approved" alone is what became of a decision.
bool is_counted(const Vote& vote) { return vote.yes || vote.no || vote.abstain || vote.unanimous; }

// Walks over an item's units: those that decide are decisions, and a vote goes to the decision that it stands in, behind or in front of.
class RegisterReader {
 public:
  RegisterReader(const std::vector<Passage>& units, std::string_view title, Context& context, Register& found)
      : units_(units), events_(weigh_units(units, title, context)), sense_(units, events_, context), title_(title), context_(context), register_(found) {}

  void read() {
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

 private:
  // Counts alone, or the acceptance of a motion that is a decision itself: no second decision.
  [[nodiscard]] bool ends_a_motion(double low) const {
    using enum WordClass;
    const auto& unit = units_[at_];
    if (sense_.counts_only(at_) || is_roll_call(unit.text, context_)) return true;
    if (unit.form == UnitForm::labelled && carries_the_motion()) return true;
    if (unit.form == UnitForm::labelled || unit.form == UnitForm::motion) return false;
    const auto& event = events_[at_];
    if (sense_.tells_who_is_away(at_) || misses_majority()) return true;
    if (sense_.opens_or_closes(at_) || sense_.stands_for_office(at_) || sense_.asks_for_discharge(at_)) return true;
    if (at_ > 0 && sense_.names_only_movers(at_)) return true;
    if (!event.classes.any({adopt, accept, reject, elect, discharge, agree, note, recommend, move, decision_noun}) && is_vote_line(unit.text, context_)) return true;
    if (register_.decisions.empty() || distance_ > 2 || last_ >= at_) return false;
    if ((sense_.names_movers(at_) && (event.classes.has(second) || sense_.names_only_movers(at_))) || follows_up(unit)) return true;
    const bool motion = units_[last_].form == UnitForm::motion || units_[last_].form == UnitForm::labelled || events_[last_].moves > event.moves;
    if (!motion || register_.decisions.back().vote || event.accepts < context_.weights["accepts"].threshold("low")) return false;
    return events_[last_].decision >= low && (is_vote_line(unit.text, context_) || event.classes.has(motion_noun));
  }

  // "A moves to buy the bench. Decision: The motion is carried.": under its label nothing but what became of the motion right before.
  [[nodiscard]] bool carries_the_motion() const {
    if (register_.decisions.empty() || register_.decisions.back().vote || distance_ > 2 || last_ >= at_) return false;
    constexpr double moved = 0.5;
    const auto& before = events_[last_];
    return before.moves > moved && before.moves > before.accepts && sense_.accepts_motion(at_);
  }

  // Right behind the counts.
  [[nodiscard]] bool misses_majority() const { return voted_ + 1 == at_ && sense_.misses_majority(at_); }

  [[nodiscard]] VotePlace place(const Passage& unit) const {
    return unit.section->key == "vote" || unit.form == UnitForm::labelled || events_[at_].accepts > 0.5 ? VotePlace::under_label : VotePlace::sentence;
  }

  // With its counts, or of a sentence of acceptance, or one under the label of a vote, its bare outcome.
  [[nodiscard]] std::optional<Vote> stated_vote(const Passage& unit) {
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

  // A sentence that begins with a pronoun needs the one before to be understood; one that tells what became of something else is none of it.
  [[nodiscard]] std::string_view with_context(const Passage& unit) const {
    const auto first = unit.text.substr(0, unit.text.find_first_of(" ,\n"));
    if (unit.before.empty() || !context_.language.has("pronouns", first)) return unit.text;
    return said_outcome(unit.before, context_) == VoteOutcome::rejected ? unit.text : join(unit.before, unit.text);
  }

  // "She accepts the office.": what follows from the decision right before, told of the same person.
  [[nodiscard]] bool follows_up(const Passage& unit) const {
    if (register_.decisions.empty() || last_ + 1 != at_ || unit.before.empty()) return false;
    const auto first = unit.text.substr(0, unit.text.find_first_of(" ,\n"));
    return units_[last_].text == unit.before && !context_.language.has("articles", first) && context_.language.has("pronouns", first) &&
           !(is_vote_line(unit.text, context_) && find_vote(unit.text, VotePlace::under_label, context_));
  }

  // "It is moved that …", and behind it "The motion is carried.": the motion that ends here, no other decision or vote between; "moved by" lines stand behind what is moved.
  [[nodiscard]] const Passage* motion_before() const {
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
      else if (unit.form == UnitForm::motion || (event.moves > moved && !event.classes.has(WordClass::candidate))) return &unit;
      else if (movers > 0 && !unit.in_cell) return movers + i == at_ && sense_.words(before) >= fewest ? &unit : nullptr;
    }
    return nullptr;
  }

  // "Motion: reject the request. Carried.", "RESOLVED: That the application be refused.": what is to be done, and no vote.
  [[nodiscard]] bool only_says_what(const Passage& stating) const {
    if (stating.form != UnitForm::labelled) return stating.form == UnitForm::motion;
    const auto tokens = context_.reading.tokens(stating.text);
    return !tokens.empty() && (tokens.front().is(WordClass::that) || context_.language.has("infinitive_marks", context_.reading.text(tokens.front())));
  }

  void decide(const Passage& stating, Confidence confidence) {
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

  [[nodiscard]] Decision decision_of(const Passage& unit, Confidence confidence) {
    const bool labelled = unit.form == UnitForm::labelled || unit.form == UnitForm::motion;
    auto decision = make_decision(labelled ? unit.text : with_context(unit), decision_kind(unit, title_, context_), labelled ? By::label : By::phrase, context_);
    decision.confidence = confidence;
    if (unit.form == UnitForm::labelled && unit.section->label) decision.label = context_.stated(unit.section->label.heading);
    return decision;
  }

  // What a vote follows leaves no doubt.
  void give(Decision& decision, Vote vote, std::string_view words) {
    if (const auto outcome = outcome_of(vote)) {
      decision.confidence = Confidence::high;
      decision.outcome = outcome;
    } else if (vote.outcome) {
      decision.outcome = vote.outcome;
    }
    decision.vote = std::move(vote);
    words_ = words;
  }

  void add(Decision decision) {
    if (decision.vote) voted_ = at_;
    register_.decisions.push_back(std::move(decision));
    distance_ = 0;
    last_ = at_;
  }

  // A vote ends the motion that stands before it, or belongs to the decision before it, or stands for itself.
  void end_or_bind(Vote vote, std::string_view words) {
    const bool ends = units_[at_].form == UnitForm::table || sense_.accepts_only(at_) || is_vote_line(units_[at_].text, context_);
    const auto* motion = ends ? motion_before() : nullptr;
    if (!motion) return bind(std::move(vote), words);
    auto decision = decision_of(*motion, is_counted(vote) ? Confidence::high : Confidence::low);
    give(decision, std::move(vote), words);
    add(std::move(decision));
  }

  // "3. Approval of the minutes", and below it nothing but "For 13, against 0".
  [[nodiscard]] bool title_decides() const {
    constexpr std::size_t fewest = 2;  // words
    return at_ == 0 && is_bare_vote(units_[at_].text, context_) && has_words(title_, fewest);
  }

  bool decide_title(Vote& vote, std::string_view words) {
    Passage titled = units_[at_];
    titled.form = UnitForm::sentence;
    titled.text = title_;
    titled.before = {};
    auto decision = decision_of(titled, Confidence::low);
    give(decision, std::move(vote), words);
    decision.confidence = Confidence::low;
    add(std::move(decision));
    return true;
  }

  // "For 15", "Against 0", "The report is adopted unanimously.": the counts right in front of the sentence of acceptance are its vote.
  void take_counts_before(Decision& decision) {
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

  // Whether the unit elects somebody whom the last decision named, in words that are not in it.
  [[nodiscard]] bool names_again() const {
    constexpr std::uint32_t shortest = 4;
    const auto tokens = context_.reading.tokens(units_[at_].text);
    const auto said = [&](const Token& token) { return units_[last_].text.find(context_.reading.text(token)) != std::string_view::npos; };
    if (std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.is(WordClass::elect) && said(token); })) return false;
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.kind == TokenKind::word && token.capital && token.classes.empty() && token.range.size() >= shortest && said(token);
    });
  }

  // "19 votes for Ann Leek, 9 for Tom Wye." right before "Ann Leek is elected.": the counts are those of the election, and no decision.
  void take_ballot(Decision& decision) {
    using enum WordClass;
    if (register_.decisions.empty() || last_ + 1 != at_ || decision.vote || decision.kind != DecisionKind::election || !events_[at_].classes.has(elect)) return;
    auto& before = register_.decisions.back();
    if (!before.vote || !before.vote->yes || before.kind != DecisionKind::election || before.by != By::phrase || !names_again()) return;
    decision.vote = std::move(before.vote);
    if (decision.vote->outcome) decision.outcome = decision.vote->outcome;
    register_.decisions.pop_back();
  }

  // "4 for, 1 against." right in front of the label of the item's only decision.
  void take_vote_in_front(Decision& decision) {
    if (!register_.decisions.empty() || register_.votes.size() != 1 || voted_ + 1 != at_) return;
    if (at_ + 1 < units_.size() && is_vote_line(units_[at_ + 1].text, context_)) return;
    decision.vote = std::move(register_.votes.back());
    decision.outcome = outcome_of(*decision.vote);
    register_.votes.clear();
  }

  // "2 : 4", "5 : 1" behind two decisions are theirs in this order; behind a lone decision a count that refuses what stands under its label is of something before it.
  bool shift_votes(Vote& vote, std::string_view words) {
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

  // `words`: those of the vote; empty in a table.
  void bind(Vote vote, std::string_view words) {
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

  // "The tent is lent out. (5 for, 1 abstention)": a vote is about something, and nothing else is known that it could be about.
  bool decides_before(Vote& vote, std::string_view words) {
    if (!vote.unanimous && !(vote.yes && (vote.no || vote.abstain))) return false;
    const auto about = sense_.voted_on(at_);
    if (!about && title_decides()) return decide_title(vote, words);
    if (!about || *about == voted_ || (!register_.decisions.empty() && *about <= last_)) return false;
    auto decision = decision_of(units_[*about], Confidence::low);
    give(decision, std::move(vote), words);
    decision.confidence = Confidence::low;
    add(std::move(decision));
    return true;
  }

  // Counts on one line and "carried" on the next are one vote.
  bool complete(Vote& vote, const Vote& more, std::string_view words) {
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

  const std::vector<Passage>& units_;
  std::vector<UnitEvent> events_;
  UnitSense sense_;
  std::string_view title_;
  Context& context_;
  Register& register_;
  std::string_view stated_, words_;  // the words of the vote found last, and of the one bound last
  std::size_t at_ = 0, piece_ = 0, last_ = 0;  // the last: unit of the last decision
  static constexpr std::size_t never = static_cast<std::size_t>(-2);
  std::size_t voted_ = never, unbound_ = never;  // units: of the last vote, where the last vote without a decision began
  int distance_ = 0;  // pieces since the last decision or vote
};

template <class Fact>
void drop_low(std::vector<Fact>& facts) {
  std::erase_if(facts, [](const Fact& fact) { return fact.confidence == Confidence::low; });
}

}  // namespace

Register read_register(std::vector<SectionDraft> sections, std::string_view title, Context& context) {
  Register found;
  std::vector<Decision> in_tables;
  read_tasks(sections, title, context, found.actions, in_tables);
  const auto units = cut_units(sections, context);
  RegisterReader(units, title, context, found).read();
  found.decisions.insert(found.decisions.end(), std::make_move_iterator(in_tables.begin()), std::make_move_iterator(in_tables.end()));
  drop_repeated(found.decisions);
  // An election by counted votes gives nobody something to do: who is named at its end lost it.
  std::erase_if(found.actions, [&](const Action& action) {
    return action.by == By::phrase && std::ranges::any_of(found.decisions, [&](const Decision& decision) {
      return decision.kind == DecisionKind::election && decision.vote && decision.vote->yes && decision.span.begin <= action.span.begin && decision.span.end >= action.span.end;
    });
  });
  if (context.options.strict) {
    drop_low(found.decisions);
    drop_low(found.votes);
    drop_low(found.actions);
  }
  return found;
}

}  // namespace protokoll

#include "facts/decisions/unit_sense.hpp"

#include <algorithm>
#include <span>

#include "facts/votes/votes.hpp"
#include "words/text.hpp"

namespace protokoll {

using enum WordClass;

bool UnitSense::misses_majority(std::size_t at) const {
  constexpr std::size_t longest = 160;
  const auto& unit = units_[at];
  if (unit.form != UnitForm::sentence || unit.text.size() > longest || !events_[at].classes.any({majority, quorum})) return false;
  return said_outcome(unit.text, context_) == VoteOutcome::rejected;
}

bool UnitSense::stands_for_office(std::size_t at) const {
  const auto& unit = units_[at];
  const auto& classes = events_[at].classes;
  if (unit.form != UnitForm::sentence || !classes.has(candidate) || classes.any({adopt, discharge, unanimous, majority, votes, second})) return false;
  const auto tokens = context_.reading.tokens(unit.text);
  const auto elects = [](const Token& token) { return token.is_any({elect, election_noun}) && !token.is(candidate) && !token.inner; };
  constexpr std::size_t few = 3;
  std::size_t subject = 2;  // "those elected", "Die drei Gewählten"
  if (tokens.size() > few && tokens[2].is(elect) && tokens[2].capital && !tokens[2].is(election_noun)) subject = few;
  if (std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(std::min(subject, tokens.size())), tokens.end(), elects) || find_vote(unit.text, VotePlace::sentence, context_)) return false;
  constexpr std::size_t reach = 3;
  const auto behind = std::span(events_).subspan(at + 1, std::min(reach, events_.size() - at - 1));
  return std::none_of(behind.begin(), behind.end(), [](const UnitEvent& event) { return event.accepts > 0.5; });
}

bool UnitSense::moves_nothing(std::size_t at) const {
  constexpr std::size_t most = 12;
  const auto& classes = events_[at].classes;
  if (units_[at].form != UnitForm::sentence || !classes.has(motion_noun) || classes.any({that, infinitive, second, suggest}) || units_[at].text.find(',') != std::string_view::npos) return false;
  const auto tokens = context_.reading.tokens(units_[at].text);
  const auto last = end_of_words(tokens);
  // Nothing stands behind the word for it.
  return last > 0 && last <= most && context_.reading.alone(tokens[last - 1]).has(motion_noun);
}

bool UnitSense::takes_office(std::size_t at) const {
  const auto tokens = context_.reading.tokens(units_[at].text);
  if (units_[at].form != UnitForm::sentence || events_[at].classes.any({unanimous, majority, votes, yes, no, discharge})) return false;
  const auto takes = [](const Token& token) { return token.is(elect) && token.is(candidate); };
  // "Kassier: Karl Ott, nimmt die Wahl an" tells of the election itself.
  if (units_[at].text.find(':') != std::string_view::npos || std::ranges::none_of(tokens, takes)) return false;
  return std::ranges::none_of(tokens, [&](const Token& token) { return token.is(elect) && !takes(token); });
}

bool UnitSense::accepts_only(std::size_t at) const {
  const auto& classes = events_[at].classes;
  if (units_[at].form != UnitForm::sentence || !classes.any({accept, reject, adopt, unanimous}) || classes.any({elect, discharge, minutes_noun, agenda_noun})) return false;
  if (events_[at].accepts < 0.5 && !classes.has(motion_noun) && !is_vote_line(units_[at].text, context_)) return false;
  constexpr std::size_t few = 2;
  return things(at) <= (classes.has(motion_noun) ? few : 0);
}

bool UnitSense::accepts_motion(std::size_t at) const {
  const auto& classes = events_[at].classes;
  constexpr std::size_t few = 2;
  return events_[at].accepts > 0.5 && classes.has(motion_noun) && classes.any({accept, reject, adopt}) && !classes.any({elect, discharge, minutes_noun, agenda_noun}) && things(at) <= few;
}

bool UnitSense::settles_proposal_of(std::size_t proposal, std::size_t at) const {
  constexpr std::size_t front = 2;
  constexpr WordClasses others{candidate, negation, earlier, adopt, accept, reject, elect, defer, withdraw};
  const auto& classes = events_[proposal].classes;
  if (units_[proposal].form != UnitForm::sentence || !classes.any({suggest, move}) || classes.any(others) || units_[proposal].text.ends_with('?')) return false;
  const auto tokens = context_.reading.tokens(units_[at].text);
  return std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(std::min(front, tokens.size())), [](const Token& token) { return token.is(motion_noun); });
}

std::size_t UnitSense::things(std::size_t at) const {
  constexpr std::uint32_t shortest = 4;  // bytes of a word that means something by itself
  const auto tokens = context_.reading.tokens(units_[at].text);
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == TokenKind::word && !token.inner && token.classes.empty() && (token.capital || token.range.size() >= shortest); }));
}

bool UnitSense::counts_only(std::size_t at) const {
  const auto& unit = units_[at];
  if (!is_vote_line(unit.text, context_)) return false;
  if (things(at) > 0) return false;
  const auto found = find_vote(unit.text, VotePlace::under_label, context_);
  return found && (found->vote.yes || found->vote.no) && !events_[at].classes.any({elect, motion_noun});
}

bool UnitSense::tells_who_is_away(std::size_t at) const {
  const auto tokens = context_.reading.tokens(units_[at].text);
  return units_[at].form == UnitForm::sentence && !tokens.empty() && tokens.front().is(excused);
}

bool UnitSense::opens_or_closes(std::size_t at) const {
  constexpr WordClasses deeds{adopt, accept, reject, elect, discharge, agree, note, recommend, move, second, defer, withdraw, assign, undertake, decision_noun, motion_noun, no};
  const auto& classes = events_[at].classes;
  return units_[at].form == UnitForm::sentence && classes.any({close, open}) && classes.has(meeting_noun) && !classes.any(deeds);
}

bool UnitSense::asks_for_discharge(std::size_t at) const {
  const auto& classes = events_[at].classes;
  const auto tokens = context_.reading.tokens(units_[at].text);
  // A verb of its own, not "on the motion of Ann Leek".
  bool moves = classes.has(recommend);
  for (std::size_t i = 0; i < tokens.size(); ++i) moves = moves || (tokens[i].is_any({suggest, move}) && !tokens[i].is(motion_noun) && !(i + 1 < tokens.size() && tokens[i + 1].inner));
  return units_[at].form == UnitForm::sentence && classes.has(discharge) && moves && !classes.any({accept, adopt, unanimous, votes, majority, we}) &&
         !find_vote(units_[at].text, VotePlace::sentence, context_);
}

bool UnitSense::is_only_suggested(std::size_t at) const {
  const auto classes = events_[at].classes;
  if (units_[at].form != UnitForm::sentence || !classes.has(infinitive) || !classes.has(suggest) || classes.any({second, motion_noun})) return false;
  if (said_outcome(units_[at].text, context_)) return false;
  constexpr std::size_t reach = 50;
  const auto behind = std::span(events_).subspan(at + 1, std::min(reach, events_.size() - at - 1));
  return std::none_of(behind.begin(), behind.end(), [](const UnitEvent& event) { return event.accepts > 0.5; });
}

bool UnitSense::names_movers(std::size_t at) const {
  const auto& classes = events_[at].classes;
  if (!classes.any({move, second}) || classes.any({adopt, agree, elect, discharge, that})) return false;
  std::size_t words = 0, small = 0;
  for (const auto& token : context_.reading.tokens(units_[at].text)) {
    if (token.kind != TokenKind::word) continue;
    ++words;
    small += !token.capital && token.classes.empty();
  }
  constexpr std::size_t most = 12;
  return words <= most && small <= 3;
}

bool UnitSense::names_only_movers(std::size_t at) const {
  if (!names_movers(at) || events_[at].classes.any({accept, infinitive, act, minutes_noun, agenda_noun})) return false;
  const auto tokens = context_.reading.tokens(units_[at].text);
  return std::none_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.kind == TokenKind::word && context_.language.has("infinitive_marks", context_.reading.text(token)); });
}

std::optional<std::size_t> UnitSense::voted_on(std::size_t at) const {
  constexpr std::size_t farthest = 2;  // pieces
  constexpr std::size_t fewest = 3;    // words
  constexpr WordClasses told{report, candidate, vote_noun, votes, ballot};
  if (ends_in_vote(units_[at].text, context_)) {
    const auto front = units_[at].text.substr(0, units_[at].text.find_last_of("(["));
    if (has_words(front, fewest)) return at;
  }
  if (units_[at].form != UnitForm::table && !is_bare_vote(units_[at].text, context_)) return std::nullopt;
  auto before = at;
  while (before > 0 && names_movers(before - 1)) --before;
  if (before == 0) return std::nullopt;
  const auto& unit = units_[before - 1];
  if (unit.form == UnitForm::table || words(before - 1) < fewest || unit.piece + farthest < units_[before].piece) return std::nullopt;
  const bool votes = accepts_only(before - 1) || counts_only(before - 1) || is_roll_call(unit.text, context_);
  return votes || events_[before - 1].classes.any(told) ? std::nullopt : std::optional(before - 1);
}

std::size_t UnitSense::words(std::size_t at) const {
  const auto tokens = context_.reading.tokens(units_[at].text);
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == TokenKind::word; }));
}

bool UnitSense::takes_effect(WordClasses classes) {
  if (classes.has(infinitive) && classes.any({suggest, move})) return false;
  return classes.any({adopt, accept, agree, note, elect, discharge}) && !classes.any({negation, reject, defer, withdraw, condition, modal});
}

}  // namespace protokoll

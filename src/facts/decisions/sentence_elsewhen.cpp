// Sentences of another time or another body, questions, and what stays open.
#include <algorithm>

#include "facts/decisions/sentence_mood.hpp"
#include "words/text.hpp"

namespace protokoll {

using enum WordClass;

namespace {

constexpr WordClasses settling{adopt, accept, resolve, approve};

}  // namespace

// "In der letzten Sitzung wurde einstimmig beschlossen", "En la sesión anterior se acordó": the sentence begins with when it was.
bool SentenceMood::at_an_earlier_meeting(std::size_t before) const {
  constexpr std::size_t farthest = 4;
  if (before >= std::min(farthest, tokens_.size())) return false;
  auto last = before;
  while (last + 1 < tokens_.size() && tokens_[last + 1].inner) ++last;
  const auto word = [&](std::size_t i) { return context_.reading.text(tokens_[i]); };
  const auto behind = all_classes(tokens_.subspan(last + 1));
  if (!behind.any(all_deeds) || behind.has(minutes_noun)) return false;
  if (before == 0) return last + 1 < tokens_.size() && tokens_[last + 1].is(meeting_noun);
  if (!context_.language.has("place_prepositions", word(0)) && !context_.language.has("time_prepositions", word(0))) return false;
  for (auto i = before; i <= last && last > before; ++i)
    if (context_.reading.alone(tokens_[i]).has(meeting_noun)) return true;  // within a phrase
  const auto meets = [&](std::size_t i) { return i < tokens_.size() && tokens_[i].is_any({meeting_noun, body}) && !tokens_[i].is_any({minutes_noun, motion_noun}); };
  if (!meets(before - 1) && !meets(before) && !meets(last + 1)) return false;
  for (std::size_t i = 1; i < before; ++i)
    if (!meets(i) && !context_.language.has("articles", word(i)) && !tokens_[i].inner && tokens_[i].capital) return false;
  return true;
}

// "The minutes have already been approved.": before this meeting, and nothing else is done.
bool SentenceMood::was_done_before() const {
  constexpr std::size_t near = 3;
  bool before = false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_[i].is_any(all_deeds)) continue;
    bool already = false;
    for (auto j = i; j > 0 && i - j < near && tokens_[j - 1].kind == TokenKind::word; --j) already = already || context_.language.has("already_words", context_.reading.text(tokens_[j - 1]));
    if (!already) return false;
    before = true;
  }
  return before;
}

// "At the last meeting it was agreed …": begins with an earlier time, and what was done stands right behind.
bool SentenceMood::retells() const {
  constexpr std::size_t first = 2, near = 3;
  const auto before = find_class(tokens_, {earlier});
  if (at_an_earlier_meeting(before)) return true;
  if (before >= first) return false;
  std::size_t words = 0;
  for (auto i = before + 1; i < tokens_.size() && words < near; ++i) {
    if (tokens_[i].is(minutes_noun) && classes_.has(approve)) return false;  // "the previous meeting's minutes were approved": now
    if (tokens_[i].is_any(all_deeds)) return true;
    words += !tokens_[i].inner;
  }
  return false;
}

// "Le comité décidera", "der Vorstand wird beschließen": the only deed stands in the future by its own form, or as a bare verb behind a word of it.
bool SentenceMood::promises() const {
  bool promised = false, ahead = false;
  for (const auto& token : tokens_) {
    const auto word = context_.reading.alone(token);  // "wird … erteilt" is of now
    if (token.mark == ',' || token.mark == ';' || token.mark == ':' || token.is(we)) ahead = false;
    ahead = ahead || word.has(future);
    const bool bare = ahead && context_.language.has("bare_deeds", context_.reading.text(token));
    if (!bare && !token.is_any(settling)) continue;
    if (!bare && (!word.has(future) || !word.any(settling))) return false;
    promised = true;
  }
  return promised;
}

// "She asks whether it has been approved."
bool SentenceMood::asks_whether() const {
  constexpr std::size_t first = 6, near = 2;
  for (std::size_t i = 0; i < std::min(tokens_.size(), first); ++i) {
    if (!tokens_[i].is(ask) || tokens_[i].is_any(all_deeds)) continue;
    for (auto j = i + 1; j <= std::min(i + near, tokens_.size() - 1); ++j)
      if (own(tokens_[j]).any({that, condition})) return true;
  }
  return false;
}

// "It is not yet decided who keeps the key", "the board has not yet approved the lease".
bool SentenceMood::leaves_open() const {
  constexpr std::size_t reach = 4;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const auto& token = tokens_[i];
    if (!token.is(negation) || token.is_any({lacking, reject, unanimous, accept})) continue;
    if (i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::number) continue;
    for (auto j = i + 1; j < std::min(tokens_.size(), i + reach + 1); ++j) {
      if (tokens_[j].kind == TokenKind::mark || tokens_[j].is_any({unanimous, no, abstain, that})) break;
      if (tokens_[j].is(resolve) || (token.is(later) && tokens_[j].is_any(all_deeds))) return true;
    }
  }
  return false;
}

// "Ein Beschluss wird nicht gefasst", "a decision was not taken": the negated verb only carries the noun.
bool SentenceMood::takes_none() const {
  constexpr std::size_t reach = 5, carrier = 2;
  const auto noun = find_class(tokens_, {decision_noun});
  if (noun >= tokens_.size() || context_.reading.alone(tokens_[noun]).any(all_deeds)) return false;
  std::size_t negated = tokens_.size();
  for (auto i = noun + 1; i < std::min(tokens_.size(), noun + reach + 1); ++i)
    if (tokens_[i].is(negation) && !tokens_[i].is_any({lacking, reject, unanimous, accept})) negated = i;
  std::size_t words = 0;
  for (auto i = negated + 1; i < tokens_.size(); ++i) {
    if (tokens_[i].kind == TokenKind::mark) return words > 0;
    if (tokens_[i].kind == TokenKind::number || own(tokens_[i]).any(all_deeds | WordClasses{unanimous, no, that}) || ++words > carrier) return false;
  }
  return words > 0;
}

// "Der Entwurf wird nicht beschlossen, sondern in den Ausschuss zurückverwiesen."
bool SentenceMood::puts_off_instead() const {
  constexpr std::size_t reach = 4;
  bool denied = false, instead = false;
  std::size_t negated = tokens_.size();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const auto& token = tokens_[i];
    if (instead && token.is(defer)) return true;
    if (token.is(reject)) denied = true;
    else if (token.is(negation) && !token.is_any({lacking, unanimous})) negated = i;
    else if (token.is_any(settling)) denied = negated < i && i - negated <= reach;
    else if (denied && token.kind == TokenKind::word && context_.language.has("adversatives", context_.reading.text(token))) instead = true;
  }
  return false;
}

// "The minutes will be approved at the next meeting."
bool SentenceMood::waits_for_next() const {
  if (next_time_decides()) return true;
  return classes_.has(returning) && classes_.has(minutes_noun) && classes_.has(approve) && classes_.any({accept, adopt}) && !classes_.any({resolve, unanimous, votes, withdraw});
}

// "The surveyors believe that the leak has been resolved."
bool SentenceMood::believes() const {
  bool thinks = false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].is_any(all_deeds) && !tokens_[i].is(opine)) return thinks;
    if (tokens_[i].mark == ',' || tokens_[i].mark == ';' || tokens_[i].mark == ':') return false;
    if (tokens_[i].is(that) && !thinks) return false;
    if (tokens_[i].is(opine) && i + 1 < tokens_.size() && tokens_[i + 1].is(that)) thinks = true;
  }
  return false;
}

// "Der Termin wird festgelegt werden."
bool SentenceMood::waits_to_be_done() const {
  const auto last = end_of_words(tokens_);
  if (last < 2 || !own(tokens_[last - 1]).has(future) || !tokens_[last - 2].is_any(all_deeds)) return false;
  const auto front = tokens_.subspan(0, last - 2);
  return all_classes(front).has(future) && !all_classes(front).any(all_deeds);
}

// "The board-approved plan", "the rules approved by the assembly on 3 May 2019": which plan, not what is done now.
bool SentenceMood::describes() const {
  bool described = false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_[i].is_any(all_deeds)) continue;
    const bool compound = i > 1 && tokens_[i - 1].mark == '-' && tokens_[i - 1].range.end == tokens_[i].range.begin && tokens_[i - 2].range.end == tokens_[i - 1].range.begin;
    if (!compound) return false;
    described = true;
  }
  return described;
}

// "Drafted by Jo Lund, approved by Ann Leek": the paper's makers.
bool SentenceMood::signs_document() const {
  constexpr std::size_t longest = 14;
  if (tokens_.size() > longest || classes_.any({body, members, we, unanimous, votes, motion_noun, minutes_noun, second, that})) return false;
  bool signed_by = false;
  for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
    if (!tokens_[i].is_any(all_deeds)) continue;
    const bool by = tokens_[i + 1].kind == TokenKind::word && context_.language.has("agents", context_.reading.text(tokens_[i + 1]));
    if (!tokens_[i].is(approve) || !by || !is_name(tokens_[i + 2].mark == ':' ? i + 3 : i + 2)) return false;
    signed_by = true;
  }
  return signed_by;
}

// "It is a pity if much is agreed and nothing done": every deed hangs from a condition.
bool SentenceMood::supposes() const {
  bool supposed = false, hangs = false;
  if (classes_.any({move, second})) return false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const auto& token = tokens_[i];
    if (token.is(condition) && i > 0 && tokens_[i - 1].mark == ',') hangs = true;
    else if (token.mark == ',' || token.mark == ';' || token.mark == ':') hangs = false;
    if (!token.is_any(all_deeds) || token.is(condition)) continue;
    if (!hangs) return false;
    supposed = true;
  }
  return supposed;
}

// "Wird der Antrag angenommen, muss …": a verb in front of its subject, with the deed before the comma and what follows from it behind.
bool SentenceMood::opens_with_condition() const {
  if (tokens_.size() < 2 || !context_.language.has("passive_words", context_.reading.text(tokens_[0])) || !context_.language.has("articles", context_.reading.text(tokens_[1]))) return false;
  const auto comma = std::ranges::find(tokens_, ',', &Token::mark);
  const auto behind = std::span(comma, tokens_.end());
  return behind.size() > 1 && !std::ranges::any_of(behind, [&](const Token& token) { return own(token).any(all_deeds); });
}

// "Über den Antrag wird in der nächsten Sitzung entschieden": what is to come, the next time, and only then the deed.
bool SentenceMood::next_time_decides() const {
  if (classes_.any({unanimous, votes, yes, no, withdraw, that}) || !classes_.has(returning)) return false;
  const auto next = find_class(tokens_, {returning}), deed = find_class(tokens_, settling);
  if (deed >= tokens_.size() || deed < next || !all_classes(tokens_.subspan(0, deed)).has(future)) return false;
  auto last = tokens_.size();
  while (last > 0 && (tokens_[last - 1].kind == TokenKind::mark || tokens_[last - 1].inner)) --last;
  return deed + 1 == last;
}

WordClasses SentenceMood::own(const Token& token) const { return token.classes | context_.reading.alone(token); }

}  // namespace protokoll

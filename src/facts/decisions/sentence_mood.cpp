#include "facts/decisions/sentence_mood.hpp"

#include <algorithm>

#include "languages/word_map.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

constexpr WordClasses all_deeds{adopt, resolve, accept, approve, reject, elect, discharge, note, agree, recommend, defer, withdraw, move};

}  // namespace

bool SentenceMood::states_deed() const {
  constexpr WordClasses clouded{condition, modal, must, future, suggest, opine, defer, withdraw, returning};
  if (tokens_.empty() || classes_.any(clouded) || text_.ends_with('?')) return false;
  if (settles_record()) return true;
  if (classes_.any({negation, earlier})) return false;
  return opens_with_agreement() || finds_agreement() || body_acts() || names_elected() || opens_with_election();
}

// "It was agreed", "vereinbart wurde": a phrase of its own.
bool SentenceMood::opens_with_agreement() const {
  constexpr std::size_t few = 6;
  return tokens_.size() > 1 && tokens_.front().is(agree) && (tokens_.front().is(adopt) || (tokens_[1].inner && text_.ends_with('.') && tokens_.size() > few));
}

// "There was consensus to …", "Konsens, dass …": in front, and behind it what was agreed.
bool SentenceMood::finds_agreement() const {
  constexpr std::size_t first = 4;
  for (std::size_t at = 0; at < std::min(first, tokens_.size()); ++at) {
    if (!tokens_[at].is(agreement_noun) || !tokens_[at].is(agree)) continue;
    auto next = at + 1;
    while (next < tokens_.size() && (tokens_[next].inner || tokens_[next].mark == ',')) ++next;
    return next < tokens_.size() && (tokens_[next].is(that) || context_.language.has("infinitive_marks", context_.reading.text(tokens_[next])));
  }
  return false;
}

// "The committee resolves …"
bool SentenceMood::body_acts() const {
  constexpr std::size_t near = 2;
  std::size_t at = context_.language.has("articles", context_.reading.text(tokens_.front())) ? 1 : 0, words = 0;
  if (at >= tokens_.size() || !tokens_[at].is_any({body, members, we})) return false;
  for (++at; at < tokens_.size() && words < near; ++at) {
    if (tokens_[at].kind != TokenKind::word) return false;
    if (tokens_[at].is(note)) return !classes_.has(that);
    if (tokens_[at].is_any({adopt, accept, reject, discharge})) return !classes_.has(that) || !tokens_[at].is(agree);
    words += !tokens_[at].inner;
  }
  return false;
}

bool SentenceMood::is_name(std::size_t at) const {
  if (at >= tokens_.size() || tokens_[at].kind != TokenKind::word || !tokens_[at].capital || tokens_[at].value >= 0 || !tokens_[at].classes.empty()) return false;
  const auto word = context_.reading.text(tokens_[at]);
  return !context_.language.has("no_names", word) && !context_.language.has("name_joiners", word) && !context_.language.has("articles", word);
}

// "Ann Leek was elected treasurer", "Ann Leek and Tom Wye elected unopposed"
bool SentenceMood::names_elected() const {
  constexpr std::size_t near = 2, reach = 3, short_sentence = 12;
  if (!is_name(0) || classes_.has(candidate)) return false;
  std::size_t at = 0, words = 0;
  while (is_name(at + 1) || (at + 1 < tokens_.size() && is_name(at + 2) && (tokens_[at + 1].mark == ',' || context_.language.has("name_joiners", context_.reading.text(tokens_[at + 1]))))) ++at;
  for (++at; at < tokens_.size() && words < near; ++at) {
    if (tokens_[at].kind != TokenKind::word) return false;
    // A word of work too ("order", "appoint") elects only where an office is named.
    if (tokens_[at].is(elect)) return !tokens_[at].is(election_noun) && (classes_.any(offices) || (!tokens_[at].is(act) && tokens_.size() <= short_sentence && (at + reach >= tokens_.size() || tokens_[at + 1].inner)));
    words += !tokens_[at].inner;
  }
  return false;
}

// "Gewählt wurde Ann Leek", "Elected: Tom Wye"
bool SentenceMood::opens_with_election() const {
  constexpr std::size_t near = 3;
  if (!tokens_.front().is(elect) || tokens_.front().is_any(offices | WordClasses{election_noun, candidate})) return false;
  for (std::size_t at = 1; at <= near; ++at)
    if (is_name(at)) return true;
  return false;
}

// "Minutes approved", "the report was noted": a paper of the meeting, and right behind it what became of it.
bool SentenceMood::settles_record() const {
  constexpr std::size_t first = 4, longest = 20, few = 8;
  if (tokens_.size() > longest || classes_.any({that, ask, suggest, elect})) return false;
  for (const auto& token : tokens_)
    if (token.is(negation) && !token.is(lacking)) return false;
  for (std::size_t at = 0; at < std::min(first, tokens_.size()); ++at) {
    const auto& noun = tokens_[at];
    if (noun.kind != TokenKind::word) return false;
    if (noun.is_any({minutes_noun, agenda_noun}) || (noun.is(report) && tokens_.size() <= few)) {
      for (auto deed = at + 1; deed < tokens_.size() && !tokens_[deed].is(that) && tokens_[deed].mark != ':'; ++deed)
        if (tokens_[deed].is(note) || (tokens_[deed].is(approve) && tokens_[deed].is_any({accept, adopt}))) return true;
      return false;
    }
  }
  return false;
}

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
  const auto own = [&](std::size_t i) { return context_.language.lexicon().look_up(fold_case(word(i))).classes; };  // within a phrase
  for (auto i = before; i <= last && last > before; ++i)
    if (own(i).has(meeting_noun)) return true;
  const auto meets = [&](std::size_t i) { return i < tokens_.size() && tokens_[i].is_any({meeting_noun, body}) && !tokens_[i].is_any({minutes_noun, motion_noun}); };
  if (!meets(before - 1) && !meets(before) && !meets(last + 1)) return false;
  for (std::size_t i = 1; i < before; ++i)
    if (!meets(i) && !context_.language.has("articles", word(i)) && !tokens_[i].inner && tokens_[i].capital) return false;
  return true;
}

// "At the last meeting it was agreed …": begins with an earlier time, and what was done stands right behind.
bool SentenceMood::retells() const {
  constexpr std::size_t first = 2, near = 3;
  const auto before = find_class(tokens_, {earlier});
  if (at_an_earlier_meeting(before)) return true;
  if (before >= first) return false;
  std::size_t words = 0;
  for (auto i = before + 1; i < tokens_.size() && words < near; ++i) {
    if (tokens_[i].is_any(all_deeds)) return true;
    words += !tokens_[i].inner;
  }
  return false;
}

// "Le comité décidera": the only deed stands in the future by its own form.
bool SentenceMood::promises() const {
  bool promised = false;
  for (const auto& token : tokens_) {
    constexpr WordClasses settling{adopt, accept, resolve, approve};
    if (!token.is_any(settling)) continue;
    const auto alone = context_.language.lexicon().look_up(fold_case(context_.reading.text(token))).classes;  // "wird … erteilt" is of now
    if (!alone.has(future) || !alone.any(settling)) return false;
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

// "The minutes will be approved at the next meeting."
bool SentenceMood::waits_for_next() const {
  return classes_.has(returning) && classes_.has(minutes_noun) && classes_.has(approve) && classes_.any({accept, adopt}) && !classes_.any({resolve, unanimous, votes, withdraw});
}

WordClasses SentenceMood::own(const Token& token) const { return token.classes | context_.language.lexicon().look_up(fold_case(context_.reading.text(token))).classes; }

}  // namespace protokoll

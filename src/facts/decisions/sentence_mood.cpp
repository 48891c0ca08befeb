#include "facts/decisions/sentence_mood.hpp"

#include <algorithm>

#include "words/text.hpp"

namespace protokoll {

using enum WordClass;

bool SentenceMood::states_deed() const {
  constexpr WordClasses clouded{condition, modal, must, suggest, opine, defer, withdraw, returning};
  if (tokens_.empty() || classes_.any(clouded) || text_.ends_with('?') || (classes_.has(future) && !is_passive_now())) return false;
  if (settles_record() || settles_numbered_motion()) return true;
  if (classes_.has(negation) || (classes_.has(earlier) && !classes_.any({minutes_noun, agenda_title}))) return false;
  return opens_with_agreement() || finds_agreement() || body_acts() || opens_with_deed() || names_elected() || body_is_elected() || opens_with_election() || closes_with_approval();
}

// "Das Protokoll wird mit Änderungen angenommen": the word for what is to come is the one for what is done here, and the deed ends the sentence.
bool SentenceMood::is_passive_now() const {
  auto last = tokens_.size();
  while (last > 0 && (tokens_[last - 1].kind == TokenKind::mark || tokens_[last - 1].inner)) --last;
  if (last == 0 || !tokens_[last - 1].is(approve)) return false;
  return std::ranges::all_of(tokens_, [&](const Token& token) { return !token.is(future) || context_.language.has("passive_words", context_.reading.text(token)); });
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
    return next < tokens_.size() && (tokens_[next].is(that) || context_.language.has("infinitive_marks", context_.reading.text(tokens_[next])) || (tokens_[next - 1].mark == ',' && closes_with_infinitive()));
  }
  return false;
}

// "…, das Fest im Mai zu feiern."
bool SentenceMood::closes_with_infinitive() const {
  const auto last = end_of_words(tokens_);
  return last > 1 && tokens_[last - 1].kind == TokenKind::word && context_.language.has("infinitive_marks", context_.reading.text(tokens_[last - 2]));
}

// "The committee resolves …", "After a discussion, the committee resolves …", "Na discussie besluit het bestuur …"
bool SentenceMood::body_acts() const {
  constexpr std::size_t longest = 8;  // what stands in front
  if (body_acts_from(0)) return true;
  for (std::size_t at = 1; at < std::min(longest, tokens_.size()); ++at) {
    if (tokens_[at].mark == ',') return body_acts_from(at + 1);
    if (tokens_[at].kind == TokenKind::mark || tokens_[at].is(that)) return false;
    if (tokens_[at].is_any(all_deeds)) return tokens_[at].is(adopt) && !tokens_[at].capital && !tokens_[at].is_any({accept, minutes_noun}) && is_body(at + 1);
  }
  return false;
}

bool SentenceMood::is_body(std::size_t at) const {
  if (at + 1 >= tokens_.size() || !tokens_[at + 1].is(body)) return false;
  const auto article = context_.reading.text(tokens_[at]);
  return context_.language.has("articles", article) && !context_.language.has("of_words", article);
}

bool SentenceMood::body_acts_from(std::size_t first) const {
  constexpr std::size_t near = 2;
  if (first >= tokens_.size()) return false;
  std::size_t at = context_.language.has("articles", context_.reading.text(tokens_[first])) ? first + 1 : first, words = 0;
  if (at >= tokens_.size() || !tokens_[at].is_any({body, members, we})) return false;
  for (++at; at < tokens_.size() && words < near; ++at) {
    if (tokens_[at].kind != TokenKind::word) return false;
    if (tokens_[at].is(note)) return !classes_.has(that);
    if (gives_order(at)) return true;
    if (tokens_[at].is_any({adopt, accept, reject, discharge})) return !classes_.has(that) || !tokens_[at].is(agree);
    words += !tokens_[at].inner;
  }
  return false;
}

// "The assembly asks the board to write …": it makes one of its offices or bodies work.
bool SentenceMood::gives_order(std::size_t verb) const {
  constexpr std::size_t near = 3;
  if (!tokens_[verb].is(assign) || tokens_[verb].is_any({ask, act}) || (verb + 1 < tokens_.size() && tokens_[verb + 1].inner) || tokens_.front().is(office)) return false;
  for (auto at = verb + 1; at <= std::min(verb + near, tokens_.size() - 1); ++at)
    if (tokens_[at].is_any(offices) || tokens_[at].is(body)) return true;
  return false;
}

// "Approved the budget for 2025.", "Viene approvato il bilancio."
bool SentenceMood::opens_with_deed() const {
  constexpr std::size_t few = 4;
  if (tokens_.size() < few || !tokens_.front().capital || classes_.any({that, ask})) return false;
  const std::size_t at = context_.language.has("passive_words", context_.reading.text(tokens_.front())) && !tokens_[1].inner ? 1 : 0;
  const auto& deed = tokens_[at];
  if (!deed.is_any({approve, adopt, accept}) || deed.is_any({no, motion_noun, decision_noun, minutes_noun, agree, elect, note, move, infinitive})) return false;
  const auto& thing = tokens_[at + 1];
  const auto next = context_.reading.text(thing);
  return thing.kind == TokenKind::word && context_.language.has("articles", next) && !context_.language.has("of_words", next);
}

// "Dem Bauantrag wurde das Einvernehmen erteilt.", "The application for a shed was approved.": begins with the thing, ends with the deed, and nobody else did it.
bool SentenceMood::closes_with_approval() const {
  constexpr std::size_t fewest = 4, longest = 40;
  constexpr WordClasses others{that, ask, report, discuss, later, thank, candidate, no, agree, motion_noun, meeting_noun};
  if (tokens_.size() < fewest || tokens_.size() > longest || classes_.any(others) || !context_.language.has("articles", context_.reading.text(tokens_.front()))) return false;
  const auto last = end_of_words(tokens_);
  if (last < fewest || !text_.ends_with('.')) return false;
  auto deed = last - 1;  // a word, or a phrase that ends the sentence
  while (deed > 0 && tokens_[deed].inner) --deed;
  if (!tokens_[deed].is(approve) || all_classes(tokens_.subspan(0, deed)).any(all_deeds)) return false;
  constexpr std::int32_t first_year = 1900;
  return std::ranges::none_of(tokens_, [&](const Token& token) { return token.value >= first_year || token.mark == ',' || token.mark == ':' || context_.language.has("agents", context_.reading.text(token)); });
}

// "Amendment 4: carried", "Amendment 5: not carried"
bool SentenceMood::settles_numbered_motion() const {
  constexpr std::size_t most = 14;
  if (tokens_.empty() || !tokens_.front().is(motion_noun) || tokens_.size() > most) return false;
  std::size_t at = 1;
  bool numbered = false;
  for (; at < tokens_.size() && tokens_[at].mark != ':'; ++at) numbered = numbered || tokens_[at].kind == TokenKind::number;
  bool settled = false;
  for (++at; at < tokens_.size(); ++at) {
    if (tokens_[at].kind == TokenKind::number) return false;
    settled = settled || tokens_[at].is_any({accept, reject});
    if (tokens_[at].kind == TokenKind::word && !tokens_[at].inner && !tokens_[at].is_any({accept, reject, adopt, approve, negation, unanimous, pronoun})) return false;
  }
  return numbered && settled;
}

bool SentenceMood::is_name(std::size_t at) const {
  if (at >= tokens_.size() || tokens_[at].kind != TokenKind::word || !tokens_[at].capital || tokens_[at].value >= 0 || !tokens_[at].classes.empty()) return false;
  const auto word = context_.reading.text(tokens_[at]);
  return !context_.language.has("no_names", word) && !context_.language.has("name_joiners", word) && !context_.language.has("articles", word);
}

// The place behind counts of votes: "26:2:1"
std::size_t SentenceMood::behind_counts(std::size_t at) const {
  while (at < tokens_.size() && (tokens_[at].kind == TokenKind::number || tokens_[at].mark == ':' || tokens_[at].mark == '/' || tokens_[at].mark == '-')) ++at;
  return at;
}

// "Ann Leek was elected treasurer", "Ann Leek and Tom Wye elected unopposed", "Ann Leek 26:2:1 elected"
bool SentenceMood::names_elected() const {
  constexpr std::size_t near = 2, reach = 3, short_sentence = 12;
  if (!is_name(0) || classes_.has(candidate)) return false;
  std::size_t at = 0, words = 0;
  while (is_name(at + 1) || (at + 1 < tokens_.size() && is_name(at + 2) && (tokens_[at + 1].mark == ',' || context_.language.has("name_joiners", context_.reading.text(tokens_[at + 1]))))) ++at;
  for (at = behind_counts(at + 1); at < tokens_.size() && words < near; ++at) {
    if (tokens_[at].kind != TokenKind::word) return false;
    // A word of work too ("order", "appoint") elects only where an office is named.
    if (tokens_[at].is(elect)) return !tokens_[at].is(election_noun) && (classes_.any(offices) || (!tokens_[at].is(act) && tokens_.size() <= short_sentence && (at + reach >= tokens_.size() || tokens_[at + 1].inner)));
    words += !tokens_[at].inner;
  }
  return false;
}

// "The new board was elected unanimously.": with how it was voted.
bool SentenceMood::body_is_elected() const {
  constexpr std::size_t near = 4, longest = 16;
  if (tokens_.size() > longest || !context_.language.has("articles", context_.reading.text(tokens_.front())) || !classes_.any({unanimous, majority, votes}) || classes_.any({that, candidate})) return false;
  std::size_t at = 1;
  while (at < std::min(near, tokens_.size()) && !tokens_[at].is_any(WordClasses{body} | offices)) ++at;
  if (at >= std::min(near, tokens_.size()) || tokens_[at].is(elect)) return false;
  std::size_t words = 0;
  for (++at; at < tokens_.size() && words < near; ++at) {
    if (tokens_[at].kind == TokenKind::mark && tokens_[at].mark != '\'') return false;
    if (tokens_[at].is(elect)) return true;
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

}  // namespace protokoll

#include "facts/decisions/sentence_mood.hpp"

#include <algorithm>

#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

constexpr WordClasses all_deeds{adopt, resolve, accept, approve, reject, elect, discharge, note, agree, recommend, defer, withdraw, move};

}  // namespace

bool SentenceMood::states_deed() const {
  constexpr WordClasses clouded{condition, modal, must, suggest, opine, defer, withdraw, returning};
  if (tokens_.empty() || classes_.any(clouded) || text_.ends_with('?') || (classes_.has(future) && !is_passive_now())) return false;
  if (settles_record() || settles_numbered_motion()) return true;
  if (classes_.has(negation) || (classes_.has(earlier) && !classes_.any({minutes_noun, agenda_title}))) return false;
  return opens_with_agreement() || finds_agreement() || body_acts() || opens_with_deed() || names_elected() || opens_with_election() || closes_with_approval();
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
    return next < tokens_.size() && (tokens_[next].is(that) || context_.language.has("infinitive_marks", context_.reading.text(tokens_[next])));
  }
  return false;
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

// "Approved the budget for 2025."
bool SentenceMood::opens_with_deed() const {
  constexpr std::size_t few = 4;
  if (tokens_.size() < few || !tokens_.front().capital || !tokens_.front().is_any({approve, adopt, accept}) || tokens_.front().is_any({no, motion_noun, decision_noun, minutes_noun, agree, elect, note, move})) return false;
  const auto next = context_.reading.text(tokens_[1]);
  return !tokens_.front().is(infinitive) && tokens_[1].kind == TokenKind::word && context_.language.has("articles", next) && !context_.language.has("of_words", next) && !classes_.any({that, ask});
}

// "Dem Bauantrag wurde das Einvernehmen erteilt.", "The application for a shed was approved.": begins with the thing, ends with the deed, and nobody else did it.
bool SentenceMood::closes_with_approval() const {
  constexpr std::size_t fewest = 4, longest = 40;
  constexpr WordClasses others{that, ask, report, discuss, later, thank, candidate, no, agree, motion_noun, meeting_noun};
  if (tokens_.size() < fewest || tokens_.size() > longest || classes_.any(others) || !context_.language.has("articles", context_.reading.text(tokens_.front()))) return false;
  auto last = tokens_.size();
  while (last > 0 && tokens_[last - 1].kind == TokenKind::mark) --last;
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

// "Le comité décidera": the only deed stands in the future by its own form.
bool SentenceMood::promises() const {
  bool promised = false;
  for (const auto& token : tokens_) {
    constexpr WordClasses settling{adopt, accept, resolve, approve};
    if (!token.is_any(settling)) continue;
    const auto word = context_.reading.alone(token);  // "wird … erteilt" is of now
    if (!word.has(future) || !word.any(settling)) return false;
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
  constexpr WordClasses taking{adopt, accept, approve, resolve};
  bool denied = false, instead = false;
  std::size_t negated = tokens_.size();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const auto& token = tokens_[i];
    if (instead && token.is(defer)) return true;
    if (token.is(reject)) denied = true;
    else if (token.is(negation) && !token.is_any({lacking, unanimous})) negated = i;
    else if (token.is_any(taking)) denied = negated < i && i - negated <= reach;
    else if (denied && token.kind == TokenKind::word && context_.language.has("adversatives", context_.reading.text(token))) instead = true;
  }
  return false;
}

// "The minutes will be approved at the next meeting."
bool SentenceMood::waits_for_next() const {
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
  auto last = tokens_.size();
  while (last > 0 && tokens_[last - 1].kind == TokenKind::mark) --last;
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

WordClasses SentenceMood::own(const Token& token) const { return token.classes | context_.reading.alone(token); }

}  // namespace protokoll

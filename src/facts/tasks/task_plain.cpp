#include "facts/tasks/task_plain.hpp"

#include <algorithm>

#include "facts/meeting/statements.hpp"
#include "facts/tasks/task_duty.hpp"
#include "words/infinitive.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

// What tells of something else than work to come.
constexpr WordClasses told{negation, condition, earlier, modal, opine, report, thank, second, suggest};
// What somebody does at meetings or with an office.
constexpr WordClasses at_meetings{elect, lead, record, open, close, leave, arrive, present, absent, excused, discuss, move, accept, approve, adopt};

bool is_somebody(const DoerGroup& group) { return group.kind() == DoerKind::person || group.kind() == DoerKind::office; }

class Giver {
 public:
  Giver(const TaskFrame& frame, Pronouns pronouns, const Context& context) : frame_(frame), tokens_(frame.tokens), pronouns_(pronouns), context_(context) {}

  [[nodiscard]] bool gives() const {
    if (frame_.groups.empty() || tokens_.back().mark == '?') return false;
    return by_arrow() || by_bracket() || by_colon() || by_promise() || by_asking() || by_agreement() || by_agent() || by_own_words() || is_assigned(frame_) || by_inversion() || in_front() || tells_duty(frame_, context_) || is_done_by(frame_, context_) || has_offered(frame_, context_) || puts_work_first(frame_, context_);
  }

 private:
  [[nodiscard]] WordClasses behind(std::size_t at) const {
    WordClasses all;
    for (; at < tokens_.size(); ++at) all |= tokens_[at].classes;
    return all;
  }
  [[nodiscard]] bool listed(Key list, std::size_t at) const { return at < tokens_.size() && tokens_[at].kind == TokenKind::word && context_.language.has(list, context_.reading.text(tokens_[at])); }

  // Mia's initials are somebody as well where a mark points at them.
  [[nodiscard]] bool is_pointed_at(const DoerGroup& group) const {
    return is_somebody(group) || (group.kind() == DoerKind::unknown && is_all_capitals(group.doers.front().name) && group.doers.front().name.size() <= 4);
  }

  // Whether more than names stands in front of a token.
  [[nodiscard]] bool tells_something(std::size_t end) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(frame_.start), tokens_.begin() + static_cast<std::ptrdiff_t>(end), [](const Token& token) { return token.kind == TokenKind::word && !token.capital; });
  }

  // "→ Mia: mend the roof", "The roof must be mended → Mia", "The roof leaks -> Mia mends it"
  [[nodiscard]] bool by_arrow() const {
    if (frame_.pointed && frame_.groups.front().place == DoerPlace::colon && frame_.groups.front().kind() != DoerKind::unknown) return true;
    const auto& group = frame_.groups.back();
    if (group.place != DoerPlace::arrow) return false;
    const auto all = all_classes(tokens_);
    if (group.last == tokens_.size()) return (is_somebody(group) && all.any({act, must})) || (is_pointed_at(group) && tells_something(group.first) && (frame_.groups.size() == 1 || !is_somebody(frame_.groups.front())) && !all.any({elect, lead, report, done, earlier}));
    if (!is_pointed_at(group) || behind(group.last).any(told)) return false;
    const auto& next = tokens_[group.last];
    return next.kind == TokenKind::word && !next.capital && (next.is_any({act, undertake, future}));
  }

  // "Mend the roof (task Mia)"
  [[nodiscard]] bool by_bracket() const {
    const auto& group = frame_.groups.back();
    if (group.place != DoerPlace::bracket || group.kind() == DoerKind::pronoun || group.first < frame_.start + 3) return false;
    auto word = group.first - 1;
    if (tokens_[word].mark == ':') --word;
    if (tokens_[word].is_any({task_noun, assign})) return tokens_[word - 1].kind == TokenKind::mark && !behind(group.last).has(done);
    // "Mend the roof (Mia)": nothing but the work in front.
    constexpr std::size_t most = 20;
    if (!is_somebody(group) || tokens_[word].kind != TokenKind::mark || word < frame_.start + 2 || word > frame_.start + most) return false;
    const bool works = tokens_[frame_.start].is(act) || (tokens_[word - 1].is(act) && !tokens_[word - 1].is(body));
    return works && !all_classes(tokens_.subspan(frame_.start)).any(told | WordClasses{done, lead, record, we, pronoun, accept, approve, adopt});
  }

  // "TODO Vic: varnish the oars", "Vic: varnish the oars"
  [[nodiscard]] bool by_colon() const {
    const auto& group = frame_.groups.front();
    if (group.place != DoerPlace::colon || group.last + 1 >= tokens_.size() || !is_somebody(group)) return false;
    if (frame_.announced) return true;
    auto first = group.last;
    while (first < tokens_.size() && tokens_[first].kind == TokenKind::mark) ++first;
    const auto last = std::max(first, end_of_words(tokens_));
    if (closes_with_work(first, last)) return true;
    constexpr std::size_t least = 3, most = 20;
    if (last < first + least || last > first + most) return false;
    constexpr WordClasses others{ask, we, pronoun, done, report, lead, task_noun};
    if (behind(group.last).any(told | others | at_meetings) || listed("of_words", first + 1)) return false;
    return tokens_[first].is(act);
  }

  // "Vic: Boot streichen", "Vic: leden informeren": what is to be worked at, and the bare verb behind it.
  [[nodiscard]] bool closes_with_work(std::size_t first, std::size_t last) const {
    constexpr std::size_t least = 2, most = 9;
    if (last < first + least || last > first + most) return false;
    const auto& verb = tokens_[last - 1];
    if (verb.kind != TokenKind::word || verb.capital || !verb.is(act) || !ends_like_infinitive(context_.reading.text(verb), context_.language) || listed("infinitive_marks", last - 2)) return false;
    const auto object = all_classes(tokens_.subspan(first, last - 1 - first));
    return !object.any(told | WordClasses{we, pronoun, done, lead, future, must, that, adopt, approve}) && !verb.is_any({discuss, elect, accept, approve, adopt});
  }

  // "MO - will order chairs", "Mia: will order chairs"
  [[nodiscard]] bool by_promise() const {
    const auto& group = frame_.groups.front();
    if ((group.place != DoerPlace::front && group.place != DoerPlace::colon) || group.first != frame_.start || !is_pointed_at(group) || group.last + 2 >= tokens_.size()) return false;
    const auto mark = context_.reading.text(tokens_[group.last]);
    if ((mark != ":" && mark != "-" && mark != "\u2013" && mark != "\u2014") || !tokens_[group.last + 1].is(future)) return false;
    return will_act(group.last + 1) && !behind(group.last + 2).any(told | at_meetings | WordClasses{done});
  }

  // "The Chair asked Mia to order chairs"; "was asked to" is another matter.
  [[nodiscard]] bool by_asking() const {
    for (const auto& group : frame_.groups) {
      if (!is_somebody(group) || group.first <= frame_.start || group.last + 1 >= tokens_.size()) continue;
      const auto& word = tokens_[group.first - 1];
      if (word.kind != TokenKind::word || !word.is(assign) || !listed("infinitive_marks", group.last)) continue;
      if (all_classes(tokens_).any({negation, earlier, condition, thank, second}) || behind(group.last).any(at_meetings | WordClasses{report, opine})) continue;
      if (tokens_[group.last + 1].is(act)) return true;
    }
    return false;
  }

  // "It was agreed that Mia would order chairs"
  [[nodiscard]] bool by_agreement() const {
    for (const auto& group : frame_.groups) {
      if (!is_somebody(group) || group.first < frame_.start + 2 || group.last + 1 >= tokens_.size()) continue;
      if (!own_classes(tokens_[group.first - 1], context_).has(that)) continue;
      WordClasses front;
      for (auto at = frame_.start; at < group.first; ++at) front |= tokens_[at].classes;
      if (!front.any({agree, adopt, resolve}) || front.any({negation, earlier, condition, suggest, move})) continue;
      const auto& next = tokens_[group.last];
      const bool will = next.is_any({future, modal, must, undertake}) || listed("infinitive_marks", group.last);
      const bool works = tokens_[group.last + 1].is(act) || (next.is(undertake) && tokens_[group.last + 1].inner);
      if (will && works && !behind(group.last).any(at_meetings | WordClasses{negation, earlier})) return true;
    }
    return false;
  }

  // "The quotation will be asked for by Mia", "zal gevraagd worden door Mia"
  [[nodiscard]] bool by_agent() const {
    constexpr std::size_t reach = 3;  // of the verbs in front of the agent
    const auto& front = frame_.groups.front();
    if (front.place == DoerPlace::front && is_somebody(front)) return false;
    for (const auto& group : frame_.groups) {
      if (!is_somebody(group) || group.first < frame_.start + reach || !listed("agents", group.first - 1)) continue;
      const auto verb = group.first - 2;
      if (own_classes(tokens_[verb], context_).has(future)) continue;
      WordClasses verbs, before;
      for (auto at = frame_.start; at <= verb; ++at) {
        before |= tokens_[at].classes;
        if (at + reach > verb) verbs |= own_classes(tokens_[at], context_);
      }
      const bool passive = listed("passive_words", verb) || (tokens_[verb].classes.empty() && own_classes(tokens_[verb - 1], context_).has(future));
      if ((!passive && !verbs.any({act, done, undertake, assign, ask})) || !before.has(future)) continue;
      if (!before.any(told | at_meetings | WordClasses{we}) && !behind(group.last).any({condition, earlier})) return true;
    }
    return false;
  }

  // "The Chair said that he would contact the insurers": who tells it is to do it.
  [[nodiscard]] bool by_own_words() const {
    constexpr std::size_t reach = 4, clause = 6;
    const auto& group = frame_.groups.front();
    if (group.place != DoerPlace::front || !is_somebody(group) || group.doers.size() > 1 || group.last >= tokens_.size() || !tokens_[group.last].is(report)) return false;
    auto at = group.last + 1;
    const auto end = std::min(tokens_.size(), at + reach);
    while (at < end && !own_classes(tokens_[at], context_).has(that)) ++at;
    if (at >= end) return false;
    do ++at;
    while (at < tokens_.size() && tokens_[at].kind == TokenKind::mark);
    if (at < tokens_.size() && own_classes(tokens_[at], context_).has(pronoun)) ++at;
    if (at + 1 >= tokens_.size() || all_classes(tokens_.subspan(at, std::min(clause, tokens_.size() - at))).any({negation, earlier, thank, second, suggest, we, done})) return false;
    if (behind(at).has(condition)) return false;
    if (listed("reported_future", at)) return would_act(at);
    return tokens_[at].is(future) && !tokens_[at].is_any(at_meetings) && (tokens_[at].is(act) || will_act(at));
  }

  // "Um den Zaun kümmert sich Mia"
  [[nodiscard]] bool by_inversion() const {
    const auto& group = frame_.groups.front();
    if (group.kind() != DoerKind::person || group.place != DoerPlace::inside) return false;
    auto verb = group.first - 1;
    while (verb > frame_.start && tokens_[verb].inner) --verb;
    return verb > frame_.start && tokens_[verb].is(undertake) && !tokens_[verb].is_any({assign, elect, done}) && !all_classes(tokens_).any(told | at_meetings | WordClasses{future, office, chair_office, secretary_office, done, we});
  }

  [[nodiscard]] bool in_front() const {
    const auto& group = frame_.groups.front();
    const auto kind = group.kind();
    const bool somebody = is_somebody(group) || (pronouns_ == Pronouns::known && kind == DoerKind::pronoun);
    if (group.place != DoerPlace::front || group.last >= tokens_.size()) return false;
    const auto& next = tokens_[group.last];
    auto all = behind(group.last);
    if (next.is(undertake) && promises_work(group.last)) all = own_promise(next) | behind(group.last + 1);
    // "Mr Wye would ask the farmer": what was to be done, told in the past.
    if (const auto would = behind_bracket(group.last); listed("reported_future", would) && is_somebody(group)) return would_act(would);
    if (all.any(told)) return false;
    // "Was asked to": where the first word says it ("asks", "bittet um") it is the one who asks.
    if (next.is(assign))
      return (is_somebody(group) || kind == DoerKind::body) && group.last + 1 < tokens_.size() && tokens_[group.last + 1].inner && !context_.reading.alone(next).any({assign, ask});
    if (tokens_[group.first].mark == '@') return next.kind == TokenKind::word && !next.capital && !all.any({ask, discuss, withdraw}) && (!all.has(done) || next.is(act));
    // Romance languages tell what is to come with the verb itself.
    if (next.is(future)) return somebody && (next.is(act) || will_act(group.last)) && !all.any(at_meetings | WordClasses{done});
    if (all.any({future, elect, adopt, lead, record, office, chair_office, done})) return false;
    return next.is(undertake) && (somebody || (kind == DoerKind::unknown && words(group.doers.front().name).size() == 1));
  }

  // "…, die Kasse zu prüfen": not things, nor what others do.
  [[nodiscard]] bool promises_work(std::size_t at) const {
    const auto verb = at;
    while (at < tokens_.size() && tokens_[at].mark != ',') ++at;
    if (at == tokens_.size() && !tokens_[verb].is(suggest)) return true;  // "sagt eine Prüfung zu"
    if (behind(at).any({that, we, pronoun})) return false;
    while (++at < tokens_.size())
      if (listed("infinitive_marks", at)) return true;
    // "…, den Plan herauszugeben"
    return closes_with_infinitive(tokens_, context_);
  }

  // "Bietet an": who offers suggests and says something as well.
  static WordClasses own_promise(const Token& verb) {
    auto classes = verb.classes;
    classes.remove(suggest);
    classes.remove(report);
    return classes;
  }

  // "Jones (district council)": the token behind where somebody is from.
  [[nodiscard]] std::size_t behind_bracket(std::size_t at) const {
    constexpr std::size_t most = 5;
    if (at >= tokens_.size() || tokens_[at].mark != '(') return at;
    for (auto close = at + 1; close < std::min(tokens_.size(), at + most); ++close)
      if (tokens_[close].mark == ')') return close + 1;
    return at;
  }

  // "Would send", whatever phrases the two make with other words.
  [[nodiscard]] bool would_act(std::size_t at) const {
    if (at + 2 >= tokens_.size() || !own_classes(tokens_[at + 1], context_).has(act)) return false;
    return !behind(at + 2).any(told | WordClasses{done, must, future, adopt}) && !own_classes(tokens_[at + 1], context_).any(at_meetings | WordClasses{thank, agree});
  }

  // "Will send", with nothing in between; a verb at the end may be a participle ("wird informiert").
  [[nodiscard]] bool will_act(std::size_t at) const {
    ++at;
    while (at < tokens_.size() && tokens_[at].inner) ++at;
    return at + 1 < tokens_.size() && tokens_[at].is(act) && tokens_[at + 1].mark != '.';
  }

  const TaskFrame& frame_;
  Tokens tokens_;
  Pronouns pronouns_;
  const Context& context_;
};

}  // namespace

bool is_assigned(const TaskFrame& frame) {
  constexpr std::size_t reach = 2;
  if (frame.groups.empty()) return false;
  const auto& group = frame.groups.back();
  const auto tokens = frame.tokens;
  if (!is_somebody(group) || group.first < frame.start + 3) return false;
  for (auto at = group.last; at < tokens.size(); ++at)
    if (tokens[at].kind != TokenKind::mark) return false;
  auto verb = group.first - 1;
  while (verb + reach > group.first && tokens[verb].kind == TokenKind::word && !tokens[verb].is(assign)) --verb;
  if (!tokens[verb].is(assign) || tokens[verb].is_any({ask, elect}) || verb <= frame.start) return false;
  const auto& front = frame.groups.front();
  return !(is_somebody(front) && front.place == DoerPlace::front) && !all_classes(tokens).any(told | WordClasses{done, lead, elect});
}

bool is_plainly_given(const TaskFrame& frame, const Context& context, Pronouns pronouns) { return Giver(frame, pronouns, context).gives(); }

}  // namespace protokoll

#include "facts/tasks/task_duty.hpp"

#include <algorithm>

#include "words/infinitive.hpp"

namespace protokoll {
namespace {

using enum WordClass;

// What tells of something else than work to come.
constexpr WordClasses others{negation, condition, earlier, opine, report, thank, second, that,    ask,    suggest, elect,
                             lead,     record,    move,    open,  close,  leave, arrive, present, absent, excused};
constexpr WordClasses elsewhere = others | WordClasses{done};

bool listed(Key list, const Token& token, const Context& context) {
  return token.kind == TokenKind::word && context.language.has(list, context.reading.text(token));
}

// Where the clause ends that the token stands in.
std::size_t end_of_clause(Tokens tokens, std::size_t at) {
  const auto ends = [&](std::size_t i) {
    const auto mark = tokens[i].mark;
    if (mark == '.' && i + 1 < tokens.size() && tokens[i - 1].kind == TokenKind::number) return false;  // within a date
    return mark == ',' || mark == ';' || mark == '.' || mark == '?' || mark == ':';
  };
  while (at < tokens.size() && !ends(at)) ++at;
  return at;
}

// What small words tell: "der Bericht" reports nothing.
WordClasses told_by_verbs(Tokens tokens) {
  WordClasses all;
  for (const auto& token : tokens)
    if (!token.capital) all |= token.classes;
  return all;
}

// A verb in the infinitive, none of being, having or becoming.
bool is_work(const Token& token, const Context& context) {
  if (token.kind != TokenKind::word || token.capital || listed("typical", token, context) || listed("passive_words", token, context)) return false;
  if (token.is_any(elsewhere)) return false;
  const auto word = context.reading.text(token);
  return token.is(act) || ends_like_infinitive(word, context.language);
}

}  // namespace

bool closes_with_infinitive(Tokens tokens, const Context& context) {
  const auto end = end_of_words(tokens);
  return end > 0 && !tokens[end - 1].capital && ends_like_infinitive(context.reading.text(tokens[end - 1]), context.language);
}

bool tells_duty(const TaskFrame& frame, const Context& context) {
  const auto tokens = frame.tokens;
  for (const auto& group : frame.groups) {
    if (group.kind() != DoerKind::person || group.last >= tokens.size()) continue;
    const bool in_front = group.first == frame.start && listed("duty_words", tokens[group.last], context);
    const bool behind = group.first > frame.start + 1 && listed("duty_words", tokens[group.first - 1], context);
    if (!in_front && !behind) continue;
    const auto duty = in_front ? group.last : group.first - 1;
    const auto end = end_of_clause(tokens, std::max(duty + 1, group.last));
    if (end <= duty + 1 || end <= group.last || (end < tokens.size() && tokens[end].mark == '?') || tokens.back().mark == '?') return false;
    WordClasses all;
    for (auto at = frame.start; at < end; ++at)
      if (at != duty) all |= tokens[at].classes;
    return !all.any(elsewhere | WordClasses{modal, future}) && is_work(tokens[end - 1], context);
  }
  return false;
}

bool is_done_by(const TaskFrame& frame, const Context& context) {
  constexpr std::size_t longest = 25, fewest = 3;
  const auto tokens = frame.tokens;
  const auto is_passive = [&](const Token& token) { return token.is(future) || listed("passive_words", token, context); };
  const auto will = static_cast<std::size_t>(std::ranges::find_if(tokens, is_passive) - tokens.begin());
  if (will >= tokens.size() || tokens.size() > longest || tokens.back().mark == '?') return false;
  if (all_classes(tokens.subspan(0, will)).any({negation, condition, that, suggest, we}) ||
      told_by_verbs(tokens.subspan(will)).any(others | WordClasses{modal, adopt, accept, discuss, meeting_noun}))
    return false;
  for (const auto& group : frame.groups) {
    if (group.kind() != DoerKind::person || group.first < will + fewest - 1) continue;
    auto by = group.first - 1;
    if (context.language.addresses(context.reading.text(tokens[by]))) --by;
    if (by <= will || by > will + fewest || !listed("agents", tokens[by], context)) continue;
    // "wird von Mia abgeholt", "will be fetched by Mia"
    const auto end = end_of_clause(tokens, group.last);
    const auto& deed = by == will + 1 && end > group.last ? tokens[end - 1] : tokens[by - 1];
    return deed.kind == TokenKind::word && !deed.capital && (deed.is_any({act, done}) || deed.classes.empty());
  }
  return false;
}

bool has_offered(const TaskFrame& frame, const Context& context) {
  const auto tokens = frame.tokens;
  if (frame.groups.empty() || frame.groups.front().kind() != DoerKind::person || frame.groups.front().place != DoerPlace::front ||
      tokens.back().mark == '?')
    return false;
  const auto& group = frame.groups.front();
  auto comma = group.last;
  while (comma < tokens.size() && tokens[comma].mark != ',') ++comma;
  constexpr std::size_t near = 4;
  if (comma + 2 >= tokens.size() || comma > group.last + near || comma == group.last) return false;
  auto verb = comma - 1;
  while (verb > group.last && tokens[verb].inner) --verb;
  if (!tokens[verb].is(undertake) || all_classes(tokens.subspan(group.last, comma - group.last)).any({negation, earlier, condition, modal}))
    return false;
  const auto behind = tokens.subspan(comma + 1);
  if (all_classes(behind).any({that, we, pronoun, negation, condition})) return false;
  return closes_with_infinitive(behind, context);
}

bool puts_work_first(const TaskFrame& frame, const Context& context) {
  constexpr std::size_t most = 14, fewest = 2;
  const auto tokens = frame.tokens;
  if (frame.groups.size() != 1 || tokens.size() > most || frame.start >= tokens.size() || !listed("object_first", tokens[frame.start], context))
    return false;
  const auto& group = frame.groups.front();
  if (group.kind() != DoerKind::person || group.first < frame.start + fewest + 1) return false;
  // The verb may look like a participle ("besorgt"); the subject behind it shows that it is none.
  if (all_classes(tokens.subspan(0, group.first - 1)).any(elsewhere | WordClasses{modal, must, future, we})) return false;
  if (std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(group.last), tokens.end(),
                  [](const Token& token) { return token.kind != TokenKind::mark || token.mark == '?'; }))
    return false;
  const auto& verb = tokens[group.first - 1];
  if (verb.kind != TokenKind::word || verb.capital || verb.inner || !verb.is(act)) return false;
  return std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(frame.start), tokens.begin() + static_cast<std::ptrdiff_t>(group.first) - 1,
                      [](const Token& token) {
                        return token.kind == TokenKind::mark || (!token.capital && token.is_any({act, undertake, assign, adopt, accept}));
                      });
}

}  // namespace protokoll

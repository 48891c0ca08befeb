#include "facts/tasks/task_duty.hpp"

#include <algorithm>

#include "words/infinitive.hpp"

namespace protokoll {
namespace {

using enum WordClass;

// What tells of something else than work to come.
constexpr WordClasses elsewhere{negation, condition, earlier, opine, report, thank, second, done,   that,    ask,    suggest,
                                elect,    lead,      record,  move,  open,   close, leave,  arrive, present, absent, excused};

bool listed(Key list, const Token& token, const Context& context) {
  return token.kind == TokenKind::word && context.language.has(list, context.reading.text(token));
}

// Where the clause ends that the token stands in.
std::size_t end_of_clause(Tokens tokens, std::size_t at) {
  while (at < tokens.size() && tokens[at].mark != ',' && tokens[at].mark != ';' && tokens[at].mark != '.' && tokens[at].mark != '?' &&
         tokens[at].mark != ':')
    ++at;
  return at;
}

// A verb in the infinitive, none of being, having or becoming.
bool is_work(const Token& token, const Context& context) {
  if (token.kind != TokenKind::word || token.capital || listed("typical", token, context) || listed("passive_words", token, context)) return false;
  if (token.is_any(elsewhere)) return false;
  const auto word = context.reading.text(token);
  return token.is(act) || ends_like_infinitive(word, context.language);
}

}  // namespace

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

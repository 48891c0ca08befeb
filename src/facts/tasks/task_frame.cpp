#include "facts/tasks/task_frame.hpp"

#include <algorithm>
#include <memory>

#include "languages/word_map.hpp"
#include "words/text.hpp"

namespace protokoll {
bool is_arrow(Tokens tokens, std::size_t at, const Context& context) {
  constexpr std::string_view arrows[] = {"\u2192", "\u21D2", "\u2794", "\u27A4", "\u279C", "\u25BA", "\u21E8"};
  if (tokens[at].mark == '>') return at > 0 && (tokens[at - 1].mark == '-' || tokens[at - 1].mark == '=');
  return std::find(std::begin(arrows), std::end(arrows), context.reading.text(tokens[at])) != std::end(arrows);
}

namespace {

bool is_mark(const Token& token) { return token.kind == TokenKind::mark; }

// An arrow that was cut off with the bullets.
bool is_behind_arrow(std::string_view sentence, const Context& context) {
  constexpr std::size_t nearest = 6;  // bytes
  const auto begin = context.range(sentence).begin;
  const auto from = begin - std::min<std::size_t>(begin, nearest);
  const auto tokens = context.reading.tokens(Range{static_cast<std::uint32_t>(from), begin});
  return !tokens.empty() && is_arrow(tokens, tokens.size() - 1, context);
}

std::size_t behind_bullets(Tokens tokens) {
  std::size_t at = 0;
  while (at < tokens.size() && is_mark(tokens[at]) && tokens[at].mark != '@' && tokens[at].mark != '(' && tokens[at].mark != '[') ++at;
  // "[ ]", "[x]", "b)", "3."
  if (at + 1 < tokens.size() && tokens[at].mark == '[' && tokens[at + 1].mark == ']') at += 2;
  else if (at + 2 < tokens.size() && tokens[at].mark == '[' && tokens[at + 1].range.size() == 1 && tokens[at + 2].mark == ']') at += 3;
  if (at + 1 < tokens.size() && (tokens[at + 1].mark == ')' || (tokens[at + 1].mark == '.' && tokens[at].kind == TokenKind::number)) && tokens[at].range.size() <= 2) at += 2;
  return at;
}

bool is_boxed(Tokens tokens, std::size_t start, const Context& context) {
  constexpr std::string_view boxes[] = {"\u2610", "\u2611", "\u2612", "\u25A1", "\u25FB"};
  return std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(start), [&](const Token& token) {
    return token.mark == '[' || std::find(std::begin(boxes), std::end(boxes), context.reading.text(token)) != std::end(boxes);
  });
}

// "Mia Ott:", "Mia, Tom and Ann:": few words with capitals, and a colon.
bool names_until_colon(Tokens tokens, std::size_t at, const Context& context) {
  constexpr std::size_t most = 10;
  const auto first = at;
  const auto joins = [&](const Token& token) { return token.mark == ',' || token.mark == '/' || token.mark == '&' || context.language.has("name_joiners", context.reading.text(token)); };
  while (at < tokens.size() && at - first < most && (tokens[at].capital || (at > first && joins(tokens[at])))) ++at;
  return at > first && at < tokens.size() && tokens[at].mark == ':';
}

// "TODO:", "Action 3 -", "AI Mia:": a word for a task in front.
std::size_t behind_task_word(Tokens tokens, std::size_t at, bool& announced, const Context& context) {
  auto front = at;
  if (front < tokens.size() && (tokens[front].mark == '[' || tokens[front].mark == '(')) ++front;
  if (front >= tokens.size() || !tokens[front].is(WordClass::task_noun)) return at;
  auto end = front + 1;
  while (end < tokens.size() && tokens[end].inner) ++end;
  while (end < tokens.size() && (tokens[end].kind == TokenKind::number || tokens[end].mark == '-' || tokens[end].mark == '#')) ++end;
  bool marked = end > front + 1 && is_mark(tokens[end - 1]);
  while (end < tokens.size() && (tokens[end].mark == ':' || tokens[end].mark == ']' || tokens[end].mark == ')' || (is_mark(tokens[end]) && tokens[end].mark == 0))) {
    marked = true;
    ++end;
  }
  // "TODO Mia send it": in capitals it needs no colon; nor in front of "Mia Ott:".
  if (!marked && names_until_colon(tokens, end, context)) marked = true;
  if (!marked && !(is_all_capitals(context.reading.text(tokens[front])) && end < tokens.size())) return at;
  announced = true;
  return end;
}

// "Mia:"
bool is_somebodys_line(Tokens tokens, std::size_t start, const Context& context) {
  const auto groups = find_doers(tokens, start, context);
  return groups.size() == 1 && groups.front().place == DoerPlace::alone && groups.front().kind() == DoerKind::person;
}

}  // namespace

TaskHabits::TaskHabits(const Context& context) {
  constexpr std::size_t longest = 40;
  int known = 0;
  for (const auto& block : context.document.blocks) {
    if (block.boilerplate || block.range.empty()) continue;
    const auto tokens = context.reading.tokens(block.range);
    const auto start = behind_bullets(tokens);
    bool is_announced = false;
    behind_task_word(tokens, start, is_announced, context);
    announced += is_announced;
    boxed += is_boxed(tokens, start, context) || (block.container >= 0 && context.document.containers[block.container].task != 0);
    const bool announces = block.range.size() <= longest && !tokens.empty() && tokens.back().mark == ':';
    const bool heads = block.kind == BlockKind::heading || announces;
    if (std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return is_arrow(tokens, static_cast<std::size_t>(&token - tokens.data()), context); })) {
      const auto frame = task_frame(context.view(block.range), context);
      if (const auto group = group_behind_arrow(frame); group >= 0) {
        ++arrows;
        known += frame.groups[static_cast<std::size_t>(group)].kind() == DoerKind::person;
      }
    }
    if (announces) owners += is_somebodys_line(tokens, start, context);
    listed = listed || (heads && all_classes(tokens).has(WordClass::task_noun));
  }
  if (2 * known < arrows) arrows = 0;
}

const TaskHabits& task_habits(const Context& context) {
  if (!context.habits) context.habits = std::make_shared<const TaskHabits>(context);
  return *context.habits;
}

TaskFrame task_frame(std::string_view sentence, const Context& context) {
  TaskFrame frame{.text = sentence, .tokens = context.reading.tokens(sentence), .groups = {}};
  frame.start = behind_bullets(frame.tokens);
  frame.boxed = is_boxed(frame.tokens, frame.start, context);
  frame.pointed = is_behind_arrow(sentence, context);
  for (std::size_t at = 0; at < frame.start; ++at) frame.pointed = frame.pointed || is_arrow(frame.tokens, at, context);
  frame.start = behind_task_word(frame.tokens, frame.start, frame.announced, context);
  frame.groups = find_doers(frame.tokens, frame.start, context);
  return frame;
}

std::ptrdiff_t group_behind_arrow(const TaskFrame& frame) {
  constexpr std::size_t most_words = 3;
  if (frame.groups.empty()) return -1;
  const auto number = static_cast<std::ptrdiff_t>(frame.groups.size()) - 1;
  const auto& group = frame.groups.back();
  if (group.place != DoerPlace::arrow || group.kind() == DoerKind::pronoun || group.kind() == DoerKind::body) return -1;
  for (const auto& doer : group.doers)
    if (words(doer.name).size() > most_words) return -1;
  for (auto at = group.last; at < frame.tokens.size(); ++at)
    if (!is_mark(frame.tokens[at])) return -1;
  auto front = group.first;
  while (front > frame.start && is_mark(frame.tokens[front - 1]) && frame.tokens[front - 1].mark != '?') --front;
  return front > frame.start && frame.tokens[front - 1].mark != '?' ? number : -1;
}

std::size_t who_label(const TaskFrame& frame, const Context& context) {
  constexpr std::size_t most_words = 4;
  if (frame.groups.empty()) return frame.tokens.size();
  const auto first = frame.groups.back().first;
  if (first < 2 || frame.tokens[first - 1].mark != ':') return first;
  const auto word = [&](std::size_t at) { return context.reading.text(frame.tokens[at]); };
  auto found = first;
  for (auto begin = first - 1; begin > 0 && begin + most_words >= first && !is_mark(frame.tokens[begin - 1]);) {
    const auto label = join(word(--begin), word(first - 2));
    const auto& language = context.language;
    // "Name:" stands in lists of people, "Lead:" in front of talks.
    const bool says_who = language.is_label(label, "who") && !language.is_label(label, "name") && !language.is_label(label, "presenter");
    if (says_who && (begin == 0 || is_mark(frame.tokens[begin - 1]))) found = begin;
  }
  return found;
}

bool only_says_who(const TaskFrame& frame, const Context& context) {
  if (frame.groups.empty() || frame.groups.back().kind() == DoerKind::pronoun) return false;
  const auto& group = frame.groups.back();
  const auto label = static_cast<std::ptrdiff_t>(who_label(frame, context)), first = static_cast<std::ptrdiff_t>(group.first);
  // The label's own word may be an office.
  const bool alone = std::all_of(frame.groups.begin(), frame.groups.end() - 1, [&](const DoerGroup& other) { return other.last < group.first && static_cast<std::ptrdiff_t>(other.first) >= label; });
  const auto tells_when = [&](const Token& token) {
    return token.kind != TokenKind::word || token.inner || token.is(WordClass::deadline) || context.language.month(context.reading.text(token));
  };
  return label < first && alone && std::all_of(frame.tokens.begin(), frame.tokens.begin() + label, is_mark) &&
         std::all_of(frame.tokens.begin() + static_cast<std::ptrdiff_t>(group.last), frame.tokens.end(), tells_when);
}

bool is_labelled_with_who(const TaskFrame& frame, const Context& context) {
  if (frame.groups.empty() || frame.groups.back().place != DoerPlace::end || frame.groups.back().kind() == DoerKind::pronoun) return false;
  const auto label = who_label(frame, context);
  if (label >= frame.groups.back().first || label < frame.start + 2) return false;
  return !all_classes(frame.tokens).any({WordClass::done, WordClass::lead, WordClass::elect});
}

bool is_marked(const TaskFrame& frame) {
  return std::any_of(frame.groups.begin(), frame.groups.end(), [](const DoerGroup& group) { return group.place == DoerPlace::colon || group.place == DoerPlace::arrow || group.place == DoerPlace::bracket; });
}

bool is_decided_by_body(const TaskFrame& frame) {
  if (frame.groups.empty()) return false;
  const auto& group = frame.groups.front();
  const bool body = group.kind() == DoerKind::body || group.kind() == DoerKind::everybody;
  return body && group.place == DoerPlace::front && group.last < frame.tokens.size() && frame.tokens[group.last].is_any({WordClass::agree, WordClass::adopt, WordClass::accept});
}

bool begins_with_work(const TaskFrame& frame) {
  return frame.start < frame.tokens.size() && (frame.tokens[frame.start].is(WordClass::act) || (frame.groups.empty() && frame.tokens.back().is(WordClass::act)));
}

}  // namespace protokoll

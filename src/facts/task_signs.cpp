#include "facts/task_signs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/text.hpp"

namespace protokoll {
namespace {

// The classes of words that say in which mood a doer stands.
constexpr std::array verbs{WordClass::act,    WordClass::future, WordClass::undertake, WordClass::assign, WordClass::must,    WordClass::modal, WordClass::report,
                           WordClass::ask,    WordClass::opine,  WordClass::suggest,   WordClass::thank,  WordClass::adopt,   WordClass::done,  WordClass::move,
                           WordClass::second, WordClass::discuss, WordClass::agree,    WordClass::note,   WordClass::elect,   WordClass::open,  WordClass::close,
                           WordClass::leave,  WordClass::arrive, WordClass::negation,  WordClass::earlier, WordClass::lead};

constexpr WordClasses promising{WordClass::act, WordClass::future, WordClass::undertake, WordClass::assign, WordClass::must};

bool is_to(Tokens tokens, std::size_t at, const Context& context) {
  return at < tokens.size() && tokens[at].kind == TokenKind::word && context.language.has("infinitive_marks", context.reading.text(tokens[at]));
}

bool is_mark(const Token& token) { return token.kind == TokenKind::mark; }

std::size_t behind_bullets(Tokens tokens) {
  std::size_t at = 0;
  while (at < tokens.size() && is_mark(tokens[at]) && tokens[at].mark != '@' && tokens[at].mark != '(' && tokens[at].mark != '[') ++at;
  // "[ ]", "[x]", "b)", "3."
  if (at + 1 < tokens.size() && tokens[at].mark == '[' && tokens[at + 1].mark == ']') at += 2;
  else if (at + 2 < tokens.size() && tokens[at].mark == '[' && tokens[at + 1].range.size() == 1 && tokens[at + 2].mark == ']') at += 3;
  if (at + 1 < tokens.size() && (tokens[at + 1].mark == ')' || (tokens[at + 1].mark == '.' && tokens[at].kind == TokenKind::number)) && tokens[at].range.size() <= 2) at += 2;
  return at;
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
  // "TODO Mia send it": in capitals it needs no colon.
  if (!marked && !(is_all_capitals(context.reading.text(tokens[front])) && end < tokens.size())) return at;
  announced = true;
  return end;
}

void add_verbs(const TaskFrame& frame, const DoerGroup& group, std::string_view who, Features& features, const Context& context) {
  const auto& tokens = frame.tokens;
  if (group.last < tokens.size()) {
    const auto& next = tokens[group.last];
    for (const auto verb : verbs)
      if (next.is(verb)) features.add(fmt::format("{} then {}", who, to_string(verb)));
    if (is_mark(next)) features.add(fmt::format("{} then mark", who));
    else if (next.classes.empty()) features.add(fmt::format("{} then word", who));
    if (is_to(tokens, group.last, context)) features.add(fmt::format("{} then to", who));
    // "Flyer drucken": what stands in front of the last word is rather its object.
    if (next.is(WordClass::act) && group.last + 1 == tokens.size()) features.add(fmt::format("{} then act at the end", who));
  }
  constexpr std::size_t reach = 7;
  WordClasses soon;
  for (auto at = group.last + 1; at < std::min(tokens.size(), group.last + reach); ++at) soon |= tokens[at].classes;
  for (const auto verb : verbs)
    if (soon.has(verb)) features.add(fmt::format("{} soon {}", who, to_string(verb)));
}

bool is_somebody(DoerKind kind) { return kind == DoerKind::person || kind == DoerKind::office || kind == DoerKind::unknown || kind == DoerKind::body; }

// What any of those named does, wherever they stand.
void add_anybody(const TaskFrame& frame, WordClasses all, Features& features, const Context& context) {
  const auto& tokens = frame.tokens;
  bool promises = false, to_act = false, marked = false;
  WordClasses next;
  for (const auto& group : frame.groups) {
    if (!is_somebody(group.kind())) continue;
    marked = marked || group.place == DoerPlace::colon || group.place == DoerPlace::arrow || group.place == DoerPlace::bracket || group.place == DoerPlace::end;
    if (group.last >= tokens.size()) continue;
    next |= tokens[group.last].classes;
    const bool to = is_to(tokens, group.last, context);
    to_act = to_act || (to && group.last + 1 < tokens.size() && tokens[group.last + 1].is(WordClass::act));
    const bool object = tokens[group.last].is(WordClass::act) && group.last + 1 == tokens.size();
    promises = promises || to || (tokens[group.last].is_any(promising) && !object);
  }
  for (const auto verb : verbs)
    if (next.has(verb)) features.add(fmt::format("somebody then {}", to_string(verb)));
  features.add("somebody to act", to_act);
  features.add("somebody promises", promises);
  features.add("somebody marked", marked);
  constexpr WordClasses clouded{WordClass::report, WordClass::opine, WordClass::earlier, WordClass::negation, WordClass::condition, WordClass::modal,
                                WordClass::ask,    WordClass::thank, WordClass::done,    WordClass::second,   WordClass::move,      WordClass::elect};
  features.add("somebody promises, nothing clouds", promises && !all.any(clouded));
  features.add("somebody marked, nothing clouds", marked && !all.any(clouded));
  features.add("somebody promises, work named", promises && all.has(WordClass::act));
  features.add("somebody marked, work named", marked && all.has(WordClass::act));
  features.add("somebody promises, deadline", promises && all.has(WordClass::deadline));
}

void add_groups(const TaskFrame& frame, Features& features, const Context& context) {
  std::array<bool, 64> seen{};
  bool anybody = false;
  for (const auto& group : frame.groups) {
    const auto place = static_cast<std::size_t>(group.place), kind = static_cast<std::size_t>(group.kind());
    anybody = anybody || group.kind() == DoerKind::person || group.kind() == DoerKind::office;
    if (std::exchange(seen[place * 8 + kind], true)) continue;
    const auto who = fmt::format("{} {}", to_string(group.place), to_string(group.kind()));
    features.add(who);
    if (group.place == DoerPlace::front || group.place == DoerPlace::inside || group.place == DoerPlace::arrow) add_verbs(frame, group, who, features, context);
    if (group.place == DoerPlace::inside && group.first > 0) {
      const auto before = frame.tokens[group.first - 1].classes | (group.first > 1 ? frame.tokens[group.first - 2].classes : WordClasses{});
      for (const auto verb : verbs)
        if (before.has(verb)) features.add(fmt::format("{} behind {}", who, to_string(verb)));
    }
  }
  features.add("nobody", frame.groups.empty());
  features.add("no person", !anybody);
}

}  // namespace

TaskFrame task_frame(std::string_view sentence, const Context& context) {
  TaskFrame frame{.text = sentence, .tokens = context.reading.tokens(sentence), .groups = {}};
  frame.start = behind_bullets(frame.tokens);
  constexpr std::string_view boxes[] = {"\u2610", "\u2611", "\u2612", "\u25A1", "\u25FB"};
  for (std::size_t at = 0; at < frame.start; ++at)
    frame.boxed = frame.boxed || frame.tokens[at].mark == '[' || std::find(std::begin(boxes), std::end(boxes), context.reading.text(frame.tokens[at])) != std::end(boxes);
  frame.start = behind_task_word(frame.tokens, frame.start, frame.announced, context);
  frame.groups = find_doers(frame.tokens, frame.start, context);
  return frame;
}

Features task_features(const TaskFrame& frame, const TaskSite& site, const Context& context) {
  Features features;
  const auto& tokens = frame.tokens;
  std::size_t words = 0, first = tokens.size(), last = 0;
  WordClasses all;
  for (std::size_t at = frame.start; at < tokens.size(); ++at) {
    all |= tokens[at].classes;
    if (tokens[at].kind != TokenKind::word) continue;
    ++words;
    first = std::min(first, at);
    last = at;
  }
  for (std::size_t c = 0; c < word_class_count; ++c)
    if (const auto word = static_cast<WordClass>(c); all.has(word)) features.add(fmt::format("has {}", to_string(word)));
  if (first < tokens.size()) {
    for (const auto verb : verbs) {
      if (tokens[first].is(verb)) features.add(fmt::format("first {}", to_string(verb)));
      if (tokens[last].is(verb)) features.add(fmt::format("last {}", to_string(verb)));
    }
    features.add("first to", is_to(tokens, first, context));
    features.add("first small", !tokens[first].capital);
    features.add("last act behind to", tokens[last].is(WordClass::act) && last > 0 && is_to(tokens, last - 1, context));
    const bool bare = std::none_of(frame.groups.begin(), frame.groups.end(), [](const DoerGroup& group) { return group.place == DoerPlace::front; });
    features.add("no front, first act", bare && tokens[first].is(WordClass::act));
    features.add("no front, last act", bare && tokens[last].is(WordClass::act));
    features.add("no front, in list, first or last act", bare && site.item && (tokens[first].is(WordClass::act) || tokens[last].is(WordClass::act)));
  }
  features.add("task label", frame.announced);
  features.add("question", !tokens.empty() && tokens.back().mark == '?');
  features.add("colon at the end", !tokens.empty() && tokens.back().mark == ':');
  features.add("stop at the end", !tokens.empty() && tokens.back().mark == '.');
  features.add(words <= 2 ? "words 2" : words <= 5 ? "words 5" : words <= 12 ? "words 12" : words <= 25 ? "words 25" : "words many");
  features.add("under label", site.label);
  features.add("under heading", site.heading);
  features.add("box", site.box);
  features.add("in list", site.item);
  features.add("in prose", !site.item && !site.label && !site.heading);
  features.add("negated act", all.has(WordClass::negation) && all.has(WordClass::act));
  features.add("earlier and done", all.has(WordClass::earlier) && all.has(WordClass::done));
  features.add("in list, nothing clouds", site.item && !all.any({WordClass::report, WordClass::opine, WordClass::earlier, WordClass::negation, WordClass::done, WordClass::accept, WordClass::adopt}));
  features.add("below a line for tasks", site.below_task_line);
  features.add("below a line for tasks, in list", site.below_task_line && site.item);
  features.add("box in front", frame.boxed);
  features.add("somebody marked in a neighbour", site.neighbours_marked);
  features.add("neighbour begins with work", site.neighbours_act);
  add_groups(frame, features, context);
  add_anybody(frame, all, features, context);
  return features;
}

bool is_marked(const TaskFrame& frame) {
  return std::any_of(frame.groups.begin(), frame.groups.end(), [](const DoerGroup& group) { return group.place == DoerPlace::colon || group.place == DoerPlace::arrow || group.place == DoerPlace::bracket; });
}

bool is_plainly_given(const TaskFrame& frame) {
  using enum WordClass;
  const auto& tokens = frame.tokens;
  if (frame.groups.empty() || tokens.back().mark == '?') return false;
  const auto& group = frame.groups.front();
  if (group.last >= tokens.size()) return false;
  const auto kind = group.kind();
  // "TODO Vic: varnish the oars"
  if (frame.announced && group.place == DoerPlace::colon && group.last + 1 < tokens.size()) return kind == DoerKind::person || kind == DoerKind::office;
  if (group.place != DoerPlace::front) return false;
  const auto& next = tokens[group.last];
  WordClasses all;
  for (auto at = group.last; at < tokens.size(); ++at) all |= tokens[at].classes;
  constexpr WordClasses clouded{negation, condition, earlier, modal, opine, report, thank, second, suggest};
  if (all.any(clouded)) return false;
  if (tokens[group.first].mark == '@') return next.kind == TokenKind::word && !next.capital && !all.any({ask, discuss});
  if (all.any({future, elect, adopt, lead, record, office, chair_office, done})) return false;
  // "Was asked to": in one word ("asks", "bittet") it would be the one who asks.
  if (next.is(assign)) return (kind == DoerKind::person || kind == DoerKind::office || kind == DoerKind::body) && group.last + 1 < tokens.size() && tokens[group.last + 1].inner;
  return next.is(undertake) && (kind == DoerKind::person || kind == DoerKind::office || kind == DoerKind::unknown);
}

bool begins_with_work(const TaskFrame& frame) {
  return frame.start < frame.tokens.size() && (frame.tokens[frame.start].is(WordClass::act) || (frame.groups.empty() && frame.tokens.back().is(WordClass::act)));
}

int doing_group(const TaskFrame& frame, const Context& context) {
  int best = -1;
  double highest = 0;
  for (std::size_t g = 0; g < frame.groups.size(); ++g) {
    const auto& group = frame.groups[g];
    if (group.kind() == DoerKind::pronoun) continue;
    const auto& tokens = frame.tokens;
    double score = 0;
    switch (group.place) {
      case DoerPlace::arrow:
      case DoerPlace::bracket: score = 5; break;
      case DoerPlace::colon: score = 4.5; break;
      case DoerPlace::end: score = 4; break;
      case DoerPlace::alone: score = 4; break;
      case DoerPlace::front: score = group.kind() == DoerKind::unknown || group.kind() == DoerKind::everybody ? 0.8 : 1.5; break;
      case DoerPlace::inside: break;
    }
    if (group.place == DoerPlace::front || group.place == DoerPlace::inside) {
      const auto next = group.last < tokens.size() ? tokens[group.last].classes : WordClasses{};
      const auto before = group.first > 0 ? tokens[group.first - 1].classes | (group.first > 1 ? tokens[group.first - 2].classes : WordClasses{}) : WordClasses{};
      const bool object = group.last + 1 == tokens.size() || tokens.back().is(WordClass::act);
      if (next.any(promising) && !(object && group.kind() == DoerKind::unknown)) score += 3;
      if (is_to(tokens, group.last, context)) score += 3;
      if (g == 0) score += 0.3;
      // "The board asked the Clerk to": who is asked, not who asks.
      const bool told = is_to(tokens, group.last, context) || (group.last < tokens.size() && tokens[group.last].mark == ',');
      if (before.has(WordClass::assign) || (before.has(WordClass::ask) && told)) score += 3.2;
      if (before.any({WordClass::future, WordClass::must, WordClass::modal})) score += 1.5;
      if (next.any({WordClass::move, WordClass::second, WordClass::report, WordClass::opine, WordClass::thank})) score -= 1.5;
      if (before.any({WordClass::move, WordClass::second})) score -= 3;
    }
    if (group.kind() == DoerKind::body) score -= 0.7;
    if (group.kind() == DoerKind::unknown || group.kind() == DoerKind::everybody) score -= 1;
    if (group.kind() == DoerKind::everybody && group.place == DoerPlace::inside) continue;
    if (score > highest) {
      highest = score;
      best = static_cast<int>(g);
    }
  }
  return best;
}

}  // namespace protokoll

#include "facts/tasks/task_signs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "facts/tasks/task_frame.hpp"
#include "facts/tasks/task_plain.hpp"
#include "languages/word_map.hpp"
#include "words/text.hpp"

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

bool is_somebody(DoerKind kind) { return kind == DoerKind::person || kind == DoerKind::office || kind == DoerKind::unknown || kind == DoerKind::body; }

bool is_mark(const Token& token) { return token.kind == TokenKind::mark; }

// What somebody will, must or may: the word behind.
void add_promised(const TaskFrame& frame, const DoerGroup& group, std::string_view who, Features& features, const Context& context) {
  constexpr std::array moods{WordClass::future, WordClass::must, WordClass::modal, WordClass::undertake, WordClass::assign};
  const auto& tokens = frame.tokens;
  auto at = group.last + 1;
  while (at < tokens.size() && tokens[at].inner) ++at;
  if (is_to(tokens, at, context)) ++at;
  if (at >= tokens.size()) return;
  for (const auto mood : moods) {
    if (!tokens[group.last].is(mood)) continue;
    const auto what = fmt::format("{} {} and", is_somebody(group.kind()) ? "somebody" : who, to_string(mood));
    if (tokens[at].kind != TokenKind::word) features.add(fmt::format("{} mark", what));
    else if (tokens[at].classes.empty()) features.add(fmt::format("{} word", what));
    for (const auto verb : verbs)
      if (tokens[at].is(verb)) features.add(fmt::format("{} {}", what, to_string(verb)));
  }
}

// Whether a phrase begins with its verb of giving work ("bittet um") and not with an auxiliary ("wird gebeten").
bool is_active(const Token& token, const Context& context) {
  return context.reading.alone(token).any({WordClass::assign, WordClass::ask});
}

void add_verbs(const TaskFrame& frame, const DoerGroup& group, std::string_view who, Features& features, const Context& context) {
  const auto& tokens = frame.tokens;
  if (group.last < tokens.size()) {
    const auto& next = tokens[group.last];
    for (const auto verb : verbs)
      if (next.is(verb)) features.add(fmt::format("{} then {}", who, to_string(verb)));
    if (is_mark(next)) features.add(fmt::format("{} then mark", who));
    else if (next.classes.empty()) features.add(fmt::format("{} then word", who));
    if (next.kind == TokenKind::word && !next.capital && (next.classes.empty() || next.is(WordClass::act))) features.add(fmt::format("somebody then -{}", ending(context.reading.text(next))));
    add_promised(frame, group, who, features, context);
    if (is_to(tokens, group.last, context)) features.add(fmt::format("{} then to", who));
    // "Ms Ott asks …" and "Ms Ott is asked …" are one class.
    if (next.is(WordClass::assign)) features.add(is_active(next, context) ? "somebody asks" : "somebody is asked");
    // "Flyer drucken": what stands in front of the last word is rather its object.
    if (next.is(WordClass::act) && group.last + 1 == tokens.size()) features.add(fmt::format("{} then act at the end", who));
  }
  constexpr std::size_t reach = 7;
  WordClasses soon;
  for (auto at = group.last + 1; at < std::min(tokens.size(), group.last + reach); ++at) soon |= tokens[at].classes;
  for (const auto verb : verbs)
    if (soon.has(verb)) features.add(fmt::format("{} soon {}", who, to_string(verb)));
}

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

// How the words that may be verbs end: "-en" in front of a stop, "-er" at the begin.
void add_endings(const TaskFrame& frame, std::size_t first, std::size_t last, Features& features, const Context& context) {
  const bool bare = std::none_of(frame.groups.begin(), frame.groups.end(), [](const DoerGroup& group) { return group.place == DoerPlace::front && group.kind() != DoerKind::unknown; });
  const auto text = [&](std::size_t at) { return ending(context.reading.text(frame.tokens[at])); };
  features.add(fmt::format("{}last -{}", bare ? "nobody in front, " : "", text(last)));
  if (bare) features.add(fmt::format("nobody in front, first -{}", text(first)));
}

void add_place(const TaskSite& site, Features& features) {
  using enum WordClass;
  constexpr std::array telling{task_noun, minutes_noun, agenda_noun, report, election_noun, open, close, discuss, motion_noun, present, later};
  for (const auto c : telling)
    if (site.title.has(c)) features.add(fmt::format("title {}", to_string(c)));
  features.add("title names tasks, in list", site.title.has(task_noun) && site.item);
  if (!site.section.empty()) features.add(fmt::format("in {}", site.section));
  features.add(site.opens && site.closes ? "alone in its block" : site.opens ? "opens its block" : site.closes ? "closes its block" : "within its block");
}

void add_habits(const TaskFrame& frame, const TaskSite& site, const TaskHabits& habits, Features& features) {
  constexpr int several = 2;
  const bool here = site.below_task_line || site.label || site.heading || site.title.has(WordClass::task_noun);
  const int others = habits.announced - (frame.announced ? 1 : 0);
  if (others >= several) features.add(frame.announced ? "announced like others" : "others are announced");
  if (habits.listed) features.add(here ? "in the document's list of tasks" : "tasks are listed elsewhere");
  if (habits.boxed >= several) features.add(frame.boxed || site.box ? "boxed like others" : "others are boxed");
}

void add_groups(const TaskFrame& frame, Features& features, const Context& context) {
  std::array<bool, 64> seen{};
  bool anybody = false;
  WordClasses in_front;
  std::size_t read = 0;
  for (const auto& group : frame.groups) {
    for (; read < group.first; ++read) in_front |= frame.tokens[read].classes;
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
      // "It was agreed that Ann would …"
      const bool will = group.last < frame.tokens.size() && frame.tokens[group.last].is_any({WordClass::modal, WordClass::future, WordClass::must, WordClass::undertake});
      if (will && is_somebody(group.kind()) && in_front.any({WordClass::agree, WordClass::adopt})) features.add("agreed that somebody will");
    }
  }
  features.add("nobody", frame.groups.empty());
  features.add("no person", !anybody);
}

// What a present or a future tells differs from language to language: some signs count for each by itself.
void add_by_language(Features& features, std::string_view tag) {
  constexpr std::array<std::string_view, 14> telling{"has act",  "has future", "has must",  "has modal", "somebody promises", "in prose",       "in list",
                                                     "nobody",   "no person",  "first act", "last act",  "front person",      "bracket person", "colon person"};
  constexpr std::array<std::string_view, 4> fronts{"front person then", "front office then", "front unknown then", "front person soon"};
  std::vector<std::string> names;
  for (const auto& [name, value] : features.found()) {
    const std::string_view sign = name;
    const bool tells = std::find(telling.begin(), telling.end(), sign) != telling.end() || std::any_of(fronts.begin(), fronts.end(), [&](std::string_view front) { return sign.starts_with(front); });
    if (tells) names.push_back(fmt::format("{}: {}", tag.substr(0, 2), sign));
  }
  for (const auto& name : names) features.add(name);
}

}  // namespace

std::string ending(std::string_view word) {
  constexpr std::size_t letters = 2, shortest = 3;
  std::size_t from = word.size(), count = 0;
  while (from > 0 && count < letters) {
    --from;
    count += (static_cast<unsigned char>(word[from]) & 0xC0U) != 0x80U;
  }
  return word.size() < shortest ? std::string("short") : fold_case(word.substr(from));
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
    add_endings(frame, first, last, features, context);
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
  features.add("plainly given", is_plainly_given(frame, context));
  add_place(site, features);
  add_habits(frame, site, task_habits(context), features);
  features.add("somebody's line above or cell beside", site.owned);
  features.add("somebody's line above or cell beside, work at an end", site.owned && first < tokens.size() && (tokens[first].is(WordClass::act) || tokens[last].is(WordClass::act)));
  features.add("somebody marked in a neighbour", site.neighbours_marked);
  features.add("neighbour begins with work", site.neighbours_act);
  add_groups(frame, features, context);
  add_anybody(frame, all, features, context);
  add_by_language(features, context.language.tag());
  return features;
}

}  // namespace protokoll

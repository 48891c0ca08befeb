#include "facts/presenters.hpp"

#include <algorithm>

#include "analysis/text.hpp"

namespace protokoll {
namespace {

// What no list of presenters has among its names.
constexpr WordClasses telling{WordClass::act,     WordClass::future, WordClass::modal,  WordClass::must,    WordClass::done,     WordClass::adopt,  WordClass::accept, WordClass::elect,
                              WordClass::negation, WordClass::defer,  WordClass::excused, WordClass::absent, WordClass::present, WordClass::reject, WordClass::withdraw};

std::string_view without_label(std::string_view text, bool& labelled, const Context& context) {
  const auto colon = text.find(':');
  constexpr std::size_t longest = 30;
  if (colon != std::string_view::npos && colon <= longest && context.language.is_label(trim(text.substr(0, colon), U"([*_ "), "presenter")) {
    labelled = true;
    return trim(text.substr(colon + 1));
  }
  // "brought up by Mia", "vorgetragen von Mia"
  const auto tokens = context.reading.tokens(text);
  constexpr std::size_t reach = 5;
  for (std::size_t at = 0; at < std::min(tokens.size(), reach); ++at)
    if (tokens[at].kind == TokenKind::word && context.language.has("agents", context.reading.text(tokens[at])) && at + 1 < tokens.size()) {
      labelled = true;
      return starting_at(text, context.reading.text(tokens[at + 1]));
    }
  return text;
}

enum class Doubt { allowed, none };

bool is_firm(const Doer& doer, Doubt doubt, const Context& context) {
  if (doer.kind == DoerKind::person) return true;
  if (doer.kind != DoerKind::unknown || doubt != Doubt::allowed) return false;
  return words(doer.name).size() > 1 || (context.habit && context.habit->names.contains(std::string(doer.name)));
}

// The people of a text that names nobody else and says nothing else; empty if it does.
std::vector<Person> only_people(std::string_view text, Doubt doubt, const Context& context) {
  bool labelled = false;
  text = trim(without_label(text, labelled, context), U"*_ ");
  constexpr std::size_t longest = 160;
  if (text.empty() || text.size() > longest) return {};
  const auto tokens = context.reading.tokens(text);
  const auto groups = find_doers(tokens, 0, context);
  std::vector<Person> people;
  std::vector<bool> read(tokens.size(), false);
  for (const auto& group : groups) {
    std::fill(read.begin() + static_cast<std::ptrdiff_t>(group.first), read.begin() + static_cast<std::ptrdiff_t>(group.last), true);
    for (const auto& doer : group.doers) {
      if (is_firm(doer, labelled ? Doubt::allowed : doubt, context)) people.push_back(to_person(doer, context));
      else if (doer.kind == DoerKind::unknown && labelled) people.push_back(to_person(doer, context));
      else if (doer.kind == DoerKind::unknown && !is_all_capitals(doer.name)) return {};
      else if (doer.kind == DoerKind::everybody || doer.kind == DoerKind::pronoun) return {};
    }
  }
  if (people.empty()) return {};
  std::size_t left = 0;
  int depth = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].mark == '(') ++depth;
    if (tokens[at].mark == ')') --depth;
    if (tokens[at].is_any(telling) && depth <= 0) return {};
    if (tokens[at].kind == TokenKind::number && depth <= 0) return {};
    if (!read[at] && depth <= 0 && tokens[at].kind == TokenKind::word && !tokens[at].is_any(offices) && !tokens[at].inner && !context.language.addresses(context.reading.text(tokens[at]))) ++left;
  }
  constexpr std::size_t most_left = 3;  // "for the jury"
  return left > most_left || (left > 0 && !read.front()) ? std::vector<Person>{} : people;
}

// The begin of the bracket that closes at the end.
std::size_t opening(std::string_view text) {
  const char close = text.empty() ? '\0' : text.back();
  if (close != ')' && close != ']') return std::string_view::npos;
  int depth = 0;
  for (auto at = text.size(); at-- > 0;) {
    depth += text[at] == ')' || text[at] == ']';
    depth -= text[at] == '(' || text[at] == '[';
    if (depth == 0) return at;
  }
  return std::string_view::npos;
}

// What a title has in the bracket at its end; empty if there is none.
std::string_view bracketed(std::string_view title) {
  const auto open = opening(title);
  return open == std::string_view::npos || open == 0 ? std::string_view{} : title.substr(open + 1, title.size() - open - 2);
}

// "(Mia) (30 min)": how long it takes stands behind.
std::string_view without_length(std::string_view title) {
  const auto inner = bracketed(title);
  return has_digit(inner) ? trim(title.substr(0, opening(title))) : title;
}

TitleSplit in_bracket(std::string_view title, const Context& context) {
  const auto open = opening(title);
  auto people = only_people(bracketed(title), Doubt::allowed, context);
  if (people.empty()) return {};
  return {trim(title.substr(0, open), U"\u2013\u2014-:,;/ "), title.substr(open), std::move(people)};
}

TitleSplit behind_mark(std::string_view title, const Context& context) {
  for (const std::string_view mark : {" \u2013 ", " \u2014 ", " - ", " / ", ": ", " | ", "\n", ", "}) {
    const auto at = title.rfind(mark);
    if (at == std::string_view::npos || at == 0) continue;
    // "Budget - Mia / Tom": the first mark from which on there are only names.
    const auto front = title.find(mark);
    for (const auto place : {front, at}) {
      const auto rest = title.substr(place + mark.size());
      const bool allowed = mark == ", " ? context.habit && context.habit->behind_commas : mark != ": ";
      auto people = only_people(rest, allowed ? Doubt::allowed : Doubt::none, context);
      if (people.empty()) continue;
      const auto head = trim(title.substr(0, place), U"\u2013\u2014-:,;/ ");
      // "Ott, Mia": names alone are no title.
      if (head.empty() || (mark == ", " && !only_people(head, Doubt::allowed, context).empty())) continue;
      return {head, title.substr(place), std::move(people)};
    }
  }
  return {};
}

// "Report from Dr Mia Ott, MP", "Bericht des Kassiers Karl Ott": the name is a part of the title.
std::vector<Person> within(std::string_view title, const Context& context) {
  const auto tokens = context.reading.tokens(title);
  if (!all_classes(tokens).any({WordClass::report})) return {};
  const auto groups = find_doers(tokens, 0, context);
  for (const auto& group : groups) {
    if (group.kind() != DoerKind::person || group.first == 0) continue;
    const auto& before = tokens[group.first - 1];
    const bool named = before.is_any(offices) || before.inner || (before.kind == TokenKind::word && (context.language.has("agents", context.reading.text(before)) || context.language.addresses(context.reading.text(before))));
    if (!named) continue;
    std::vector<Person> people;
    for (const auto& doer : group.doers) people.push_back(to_person(doer, context));
    return people;
  }
  return {};
}

// The words that may be names in a text of nothing but such words; empty if it says more.
std::unordered_set<std::string> likely_names(std::string_view text, const Context& context) {
  const auto tokens = context.reading.tokens(text);
  std::unordered_set<std::string> names;
  std::size_t read = 0;
  for (const auto& group : find_doers(tokens, 0, context)) {
    if (group.first > read) return {};
    read = group.last;
    for (const auto& doer : group.doers)
      if (doer.kind == DoerKind::unknown && words(doer.name).size() == 1 && !is_all_capitals(doer.name)) names.emplace(doer.name);
  }
  return read == tokens.size() ? names : std::unordered_set<std::string>{};
}

}  // namespace

PresenterHabit presenter_habit(std::span<const std::string_view> titles, const Context& context) {
  constexpr std::size_t several = 3;
  PresenterHabit habit;
  std::unordered_set<std::string> once;
  std::size_t commas = 0;
  for (const auto title : titles) {
    for (const auto& name : likely_names(bracketed(without_length(title)), context))
      if (!once.insert(name).second) habit.names.insert(name);
    const auto comma = title.rfind(", ");
    if (comma != std::string_view::npos && comma > 0) commas += only_people(title.substr(comma + 2), Doubt::allowed, context).size() == 1;
  }
  habit.behind_commas = commas >= several;
  return habit;
}

TitleSplit split_presenters(std::string_view title, const Context& context) {
  TitleSplit whole{.title = title, .presented = {}, .presenters = {}};
  if (auto split = in_bracket(title, context); !split.presenters.empty()) return split;
  if (const auto head = without_length(title); head.size() < title.size())
    if (auto split = in_bracket(head, context); !split.presenters.empty()) {
      split.presented = title.substr(static_cast<std::size_t>(split.presented.data() - title.data()));
      return split;
    }
  if (auto split = behind_mark(title, context); !split.presenters.empty()) return split;
  whole.presenters = within(title, context);
  return whole;
}

std::vector<Person> presenters_in(std::string_view line, bool first, const Context& context) {
  line = trim(without_bullet(line), U"*_ ");
  bool labelled = false;
  const auto colon = line.find(':');
  if (colon != std::string_view::npos) {
    const auto rest = without_label(line, labelled, context);
    constexpr std::size_t longest = 80;
    if (labelled && colon < static_cast<std::size_t>(rest.data() - line.data()) && rest.size() <= longest) return only_people(rest, Doubt::allowed, context);
  }
  constexpr std::size_t longest = 60;
  if (!first || line.size() > longest || line.ends_with(':') || line.ends_with('.')) return {};
  if (opening(line) == 0) line = line.substr(1, line.size() - 2);
  return only_people(line, Doubt::none, context);
}

}  // namespace protokoll

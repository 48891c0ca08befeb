#include "facts/items/presenters.hpp"

#include <algorithm>

#include "facts/meeting/statements.hpp"
#include "facts/names/name_list.hpp"
#include "facts/tasks/doers.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// What no list of presenters has among its names.
constexpr WordClasses telling{WordClass::act,     WordClass::future, WordClass::modal,  WordClass::must,    WordClass::done,     WordClass::adopt,  WordClass::accept, WordClass::elect,
                              WordClass::negation, WordClass::second, WordClass::move, WordClass::discharge, WordClass::defer,  WordClass::excused, WordClass::absent, WordClass::present, WordClass::reject, WordClass::withdraw};

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
    if (tokens[at].kind == TokenKind::word && context.language.has("agents", context.reading.text(tokens[at]))) {
      while (at + 1 < tokens.size() && tokens[at + 1].kind == TokenKind::mark && tokens[at + 1].mark != '@') ++at;
      if (at + 1 == tokens.size()) break;
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

// "Berichterstatter: StR Mag. Karl Ott, Dr. Mia Weis (Bauamt)": what a label announces is a list of people.
std::vector<Person> listed(std::string_view text, const Context& context) {
  constexpr std::size_t most = 6;
  const auto list = read_list(text, ListShape::list, context);
  std::vector<Person> people;
  if (list.people.size() > most || list.others > 1) return people;
  for (const auto& entry : list.people) {
    // "Stan Pabst, WKØT": a sign beside a name is nobody else.
    const bool sign = list.people.size() > 1 && is_all_capitals(entry.name) && words(entry.name).size() == 1 && !known_people(context).has_initials(entry.name);
    if (entry.likeness != Likeness::none && !sign) people.push_back(to_person(entry, context));
  }
  return people;
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
  std::size_t doubted = 0;  // single words that are only joined to names
  std::vector<bool> read(tokens.size(), false);
  for (const auto& group : groups) {
    std::fill(read.begin() + static_cast<std::ptrdiff_t>(group.first), read.begin() + static_cast<std::ptrdiff_t>(group.last), true);
    for (const auto& doer : group.doers) {
      if (is_firm(doer, labelled ? Doubt::allowed : doubt, context)) people.push_back(to_person(doer, context));
      else if (doer.kind == DoerKind::unknown && labelled) people.push_back(to_person(doer, context));
      else if (doer.kind == DoerKind::unknown && doubt == Doubt::allowed && group.doers.size() > 1 && words(doer.name).size() == 1 && !is_all_capitals(doer.name)) {
        people.push_back(to_person(doer, context));
        ++doubted;
      } else if (doer.kind == DoerKind::unknown && !is_all_capitals(doer.name)) return {};
      else if (doer.kind == DoerKind::everybody || doer.kind == DoerKind::pronoun) return {};
    }
  }
  if (people.size() == doubted) return {};
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

// "Mia, 30 min" in a bracket.
std::string_view without_minutes(std::string_view inner) {
  const auto comma = inner.rfind(',');
  return comma != std::string_view::npos && has_digit(inner.substr(comma)) ? inner.substr(0, comma) : inner;
}

TitleSplit in_bracket(std::string_view title, const Context& context) {
  const auto open = opening(title);
  // "Election (president Mia, treasurer Jo)": who holds the offices.
  constexpr WordClasses filling{WordClass::elect, WordClass::election_noun, WordClass::discharge};
  if (open != std::string_view::npos && context.reading.classes(bracketed(title)).any(offices) && context.reading.classes(title.substr(0, open)).any(filling)) return {};
  auto people = only_people(without_minutes(bracketed(title)), Doubt::allowed, context);
  if (people.empty()) return {};
  return {trim(title.substr(0, open), U"\u2013\u2014-:,;/ "), title.substr(open), std::move(people)};
}

TitleSplit behind_mark(std::string_view title, const Context& context) {
  for (const std::string_view mark : {" \u2013 ", " \u2014 ", " - ", " / ", ": ", " | ", "\n", ", ", " -", " \u2013"}) {
    const auto at = title.rfind(mark);
    if (at == std::string_view::npos || at == 0) continue;
    // "Budget - Mia / Tom": the first mark from which on there are only names.
    const auto front = title.find(mark);
    for (const auto place : {front, at}) {
      const auto in_front = title.substr(0, place);
      const auto count = [&](char bracket) { return std::count(in_front.begin(), in_front.end(), bracket); };
      if (count('(') > count(')') || count('[') > count(']')) continue;
      const auto rest = title.substr(place + mark.size());
      // "PLANNING - LARGE SCALE HOUSING": where all is in capitals they tell nothing of names.
      const bool allowed = is_all_capitals(title) ? false : mark == ", " ? context.habit && context.habit->behind_commas : mark != ": " || (context.habit && context.habit->behind_colons);
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

// "durch den 1. Kassier Karl Ott", "by Ms Ott": a word for "by" with nothing but an office in between.
bool is_behind_agent(Tokens tokens, std::size_t at, const Context& context) {
  constexpr std::size_t reach = 5;
  for (std::size_t back = 1; back <= std::min(reach, at); ++back) {
    const auto& token = tokens[at - back];
    if (token.kind == TokenKind::word && context.language.has("agents", context.reading.text(token))) return true;
    const bool between = token.kind != TokenKind::word || token.is_any(offices) || context.language.has("articles", context.reading.text(token)) || context.language.addresses(context.reading.text(token));
    if (!between) return false;
  }
  return false;
}

// "Kassenbericht": one word with that for a report at its end.
bool ends_in_report(std::string_view word, const Context& context) {
  constexpr std::size_t shortest = 6;
  const auto folded = fold_case(word);
  for (auto size = shortest; size < folded.size(); ++size)
    if (context.language.lexicon().look_up(std::string_view(folded).substr(folded.size() - size)).classes.has(WordClass::report)) return true;
  return false;
}

// "Report from Dr Mia Ott, MP", "Bericht des Kassiers Karl Ott": the name is a part of the title.
std::vector<Person> within(std::string_view title, const Context& context) {
  const auto tokens = context.reading.tokens(title);
  const auto reports = [&](const Token& token) { return own_classes(token, context).has(WordClass::report) || ends_in_report(context.reading.text(token), context); };
  const bool reported = std::ranges::any_of(tokens, reports);
  for (const auto& group : find_doers(tokens, 0, context)) {
    if (group.kind() != DoerKind::person || group.first == 0) continue;
    const auto& before = tokens[group.first - 1];
    const auto read = tokens.subspan(group.first, group.last - group.first);
    const bool holds_office = before.is_any(offices) || std::ranges::any_of(read, [](const Token& token) { return token.is_any(offices); });
    // "Bericht Karl Ott"
    const bool whole_name = reports(before) && words(group.doers.front().name).size() > 1;
    const bool named = holds_office || whole_name || before.inner || (before.kind == TokenKind::word && context.language.addresses(context.reading.text(before)));
    if (!is_behind_agent(tokens, group.first, context) && !(reported && named)) continue;
    std::vector<Person> people;
    for (const auto& doer : group.doers) people.push_back(to_person(doer, context));
    return people;
  }
  return {};
}

// What follows "Berichterstatter:", "Update by:", "Presented by"; empty if the line begins with none of them.
std::string_view behind_label(std::string_view line, const Context& context) {
  constexpr std::size_t longest = 30;
  constexpr WordClasses others{WordClass::move, WordClass::second, WordClass::motion_noun, WordClass::vote_noun, WordClass::record, WordClass::adopt, WordClass::accept};
  const auto is_agent = [&](std::string_view word) { return context.language.has("agents", word); };
  const auto colon = line.find(':');
  if (colon != std::string_view::npos && colon > 0 && colon <= longest) {
    const auto label = trim(line.substr(0, colon), U"*_ ");
    const bool announces = context.language.is_label(label, "presenter") || (is_agent(last_word(label)) && words(label).size() > 1 && !context.reading.classes(label).any(others));
    return announces ? trim(line.substr(colon + 1), U"*_. ") : std::string_view{};
  }
  const auto tokens = context.reading.tokens(line);
  if (tokens.size() < 3 || !tokens[0].is(WordClass::report) || tokens[0].is_any(others) || !is_agent(context.reading.text(tokens[1]))) return {};
  return trim(starting_at(line, context.reading.text(tokens[2])), U". ");
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
  std::size_t commas = 0, colons = 0;
  for (const auto title : titles) {
    for (const auto& name : likely_names(bracketed(without_length(title)), context))
      if (!once.insert(name).second) habit.names.insert(name);
    const auto comma = title.rfind(", ");
    const auto colon = title.rfind(": ");
    if (colon != std::string_view::npos && colon > 0) {
      const auto behind = title.substr(colon + 2);
      colons += words(behind).size() > 1 && words(behind).size() <= 3 && only_people(behind, Doubt::allowed, context).size() == 1;
    }
    if (comma != std::string_view::npos && comma > 0) commas += only_people(title.substr(comma + 2), Doubt::allowed, context).size() == 1;
  }
  habit.behind_commas = commas >= several;
  habit.behind_colons = colons >= several;
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

std::vector<Person> people_alone(std::string_view text, const Context& context) {
  // "Mia Ott Working Group Roofs": where she comes from begins without a mark.
  return context.reading.classes(text).has(WordClass::body) ? std::vector<Person>{} : only_people(text, Doubt::allowed, context);
}

std::vector<Person> presenters_in(std::string_view line, bool first, const Context& context) {
  line = trim(without_bullet(line), U"*_ ");
  constexpr std::size_t longest_list = 160, longest = 60;
  if (const auto rest = behind_label(line, context); !rest.empty() && rest.size() <= longest_list) return listed(rest, context);
  if (!first || line.size() > longest || line.ends_with(':') || line.ends_with('.')) return {};
  if (opening(line) == 0) line = line.substr(1, line.size() - 2);
  return only_people(line, Doubt::none, context);
}

}  // namespace protokoll

#include "structure/table_columns.hpp"

#include <algorithm>
#include <vector>

#include "words/text.hpp"

namespace protokoll {
namespace {

// "Owner(s)", "Verantwortliche(r)", "Resp.(1)": what stands in brackets is no part of the word.
std::string_view without_ending(std::string_view heading) {
  constexpr std::size_t longest = 6;
  const auto open = heading.rfind('(');
  if (!heading.ends_with(')') || open == std::string_view::npos || open == 0 || heading.size() - open > longest) return heading;
  return trim(heading.substr(0, open), U"*_ ");
}

}  // namespace

namespace {

// Takes a heading as it is; whether it names a column.
bool note_heading(std::string_view words, int column, TaskColumns& columns, const Language& language) {
  const bool topic = language.has("topic_columns", words);
  if (topic && (columns.topic < 0 || language.is_label(words, "what"))) columns.topic = column;
  const bool role = language.is_label(words, "role");
  columns.roles = columns.roles || (column > 0 && columns.who == 0 && columns.due < 0 && role);
  if (columns.who < 0 && language.is_label(words, "who")) columns.who = column;
  else if ((columns.what < 0 || columns.what == columns.topic) && language.is_label(words, "what")) columns.what = column;
  else if (columns.due < 0 && language.is_label(words, "due")) columns.due = column;
  else if (columns.done < 0 && language.has("done_columns", words)) columns.done = column;
  else if (columns.decision < 0 && (language.is_label(words, "decision") || language.is_label(words, "decisions"))) columns.decision = column;
  else return topic || role;
  return true;
}

// "Who / by when", "Who, by when", "Who and by when": both.
std::vector<std::string_view> parts_of(std::string_view heading, const Language& language) {
  std::vector<std::string_view> parts{heading};
  const auto cut = [&](std::size_t at, std::size_t length) {
    const auto last = parts.back();
    parts.back() = trim(last.substr(0, at));
    parts.push_back(trim(last.substr(at + length)));
  };
  for (std::size_t at = 0; (at = parts.back().find_first_of("/,;&+")) != std::string_view::npos;) cut(at, 1);
  for (const auto joiner : words(heading))
    if (language.has("name_joiners", joiner))
      if (joiner.data() > parts.back().data()) cut(static_cast<std::size_t>(joiner.data() - parts.back().data()), joiner.size());
  return parts;
}

}  // namespace

void note_column(std::string_view heading, int column, TaskColumns& columns, const Language& language) {
  constexpr std::size_t longest = 60;
  const auto words = without_ending(trim(heading, U":.*?"));
  if (note_heading(words, column, columns, language) || words.size() > longest) return;
  const auto parts = parts_of(words, language);
  if (parts.size() < 2) return;
  if (std::ranges::any_of(parts, [&](std::string_view part) { return language.has("topic_columns", part); })) return;
  // A column that holds more than decisions holds none by its heading alone.
  auto noted = columns;
  std::size_t named = 0;
  for (const auto part : parts) named += note_heading(part, column, noted, language);
  if (named == parts.size()) columns = noted;
  else if (noted.decision == column && columns.outcome < 0) columns.outcome = column;
}

bool tells_deed(std::string_view sentence, const Context& context) {
  using enum WordClass;
  constexpr WordClasses deeds{adopt, accept, approve, resolve, reject, elect, discharge, agree};
  constexpr WordClasses clouds{modal, must, condition, suggest, report, discuss, ask, opine, earlier, candidate, thank};
  const auto classes = context.reading.classes(sentence);
  return classes.any(deeds) && !classes.any(clouds) && !sentence.ends_with('?') && holds_decision(sentence, context);
}

std::optional<bool> says_done(std::string_view cell, const Context& context) {
  constexpr std::size_t longest = 40;
  const auto text = trim(cell, U".!:;()");
  for (const std::string_view ticked : {"\u2611", "\u2612", "\u2705", "[x]", "[X]"})
    if (trim(cell) == ticked) return true;
  if (trim(cell) == "\u2610" || trim(cell) == "[ ]") return false;
  if (text.empty() || text.size() > longest) return std::nullopt;
  if (context.language.has("open_words", text)) return false;
  if (context.language.has("presence_marks", text)) return true;
  const auto classes = context.reading.classes(cell);
  if (!classes.has(WordClass::done)) return std::nullopt;
  return !classes.has(WordClass::negation);
}

bool holds_decision(std::string_view cell, const Context& context) {
  constexpr std::size_t shortest = 3;
  const auto text = trim(cell, U".-\u2013\u2014/:;()");
  // "Deferred" is the item's status.
  if (!has_words(text, 2) && context.reading.classes(text).any({WordClass::defer, WordClass::withdraw})) return false;
  return text.size() >= shortest && !context.language.has("no_names", text) && std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

}  // namespace protokoll

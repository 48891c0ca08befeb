#include "facts/attendance/people_label.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "facts/names/name_entry.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// "Gäste (2)", "Anwesende Mitglieder: 10", "10 present"
std::string_view without_count(std::string_view label) {
  label = trim(label, U":*_.-–•·#|=~ ");
  if (const auto open = label.find('('); open != std::string_view::npos && open > 0) label = trim(label.substr(0, open), U":");
  while (!label.empty() && is_digit(static_cast<unsigned char>(label.back()))) label = trim(label.substr(0, label.size() - 1), U":-–");
  while (!label.empty() && is_digit(static_cast<unsigned char>(label.front()))) label = trim(label.substr(1), U".)");
  return label;
}

bool begins_with_digit(std::string_view text) { return !text.empty() && is_digit(static_cast<unsigned char>(text.front())); }

std::string without_blanks(std::string_view label) {
  std::string close;
  std::copy_if(label.begin(), label.end(), std::back_inserter(close), [](char c) { return c != ' '; });
  return close;
}

constexpr WordClasses leading{WordClass::lead, WordClass::chair_office};
constexpr WordClasses recording{WordClass::record, WordClass::secretary_office};
constexpr WordClasses standings{WordClass::present, WordClass::excused, WordClass::absent, WordClass::guest, WordClass::lead, WordClass::chair_office, WordClass::record,
                                WordClass::secretary_office};
// Words that may stand beside those that count.
constexpr WordClasses company{WordClass::members, WordClass::body, WordClass::office, WordClass::negation, WordClass::meeting_noun, WordClass::minutes_noun, WordClass::later,
                              WordClass::arrive, WordClass::place, WordClass::votes, WordClass::yes};
// What these words speak of is a matter, not people.
constexpr WordClasses matters{WordClass::adopt, WordClass::accept, WordClass::reject, WordClass::report, WordClass::discuss, WordClass::motion_noun, WordClass::decision_noun,
                              WordClass::task_noun, WordClass::agenda_noun, WordClass::quorum, WordClass::election_noun, WordClass::elect};

// "12 signs are missing.": what is told of something, no label.
bool is_statement(std::string_view text, const Context& context) {
  constexpr std::size_t fewest = 3;
  text = trim(text);
  return text.ends_with('.') && has_words(text, fewest) && !context.language.has("abbreviations", trim(last_word(text), U"."));
}

}  // namespace

bool is_letter_spaced(std::string_view label) {
  constexpr std::size_t fewest = 5;
  const auto parts = words(label);
  return parts.size() >= fewest && std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return part.size() <= 2 && is_letter(first_character(part)) && first_character(part) == last_character(part); });
}

std::optional<Standing> standing_of(WordClasses said) {
  const bool absent = said.has(WordClass::absent), excused = said.has(WordClass::excused), negated = said.has(WordClass::negation);
  if (excused) return negated ? Standing::absent : Standing::excused;
  if (absent) return Standing::absent;
  if (said.has(WordClass::present)) {
    if (negated) return Standing::absent;
    return said.has(WordClass::guest) ? Standing::guest : Standing::present;
  }
  if (said.has(WordClass::guest)) return Standing::guest;
  return std::nullopt;
}

namespace {

std::optional<Standing> standing_of_label(std::string_view label, const Context& context) {
  constexpr std::size_t longest = 90, most_tokens = 9;
  const bool counted = begins_with_digit(trim(label, U":*_.-–•·#|=~ "));
  label = without_count(label);
  if (label.empty() || label.size() > longest || is_parted(label, label.substr(label.size()))) return std::nullopt;
  const auto& language = context.language;
  if (const auto& keys = is_letter_spaced(label) ? language.label(without_blanks(label)) : language.label(label); !keys.empty()) {
    const auto has = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    if (has("excused")) return Standing::excused;
    if (has("absent")) return Standing::absent;
    if (has("guests")) return Standing::guest;
    if (has("present")) return Standing::present;
    if (has("secretary")) return Standing::secretary;
    if (has("chair")) return Standing::chair;
    return std::nullopt;
  }
  const auto tokens = context.reading.tokens(label);
  if (tokens.empty() || tokens.size() > most_tokens) return std::nullopt;
  WordClasses said;
  bool represented = false;
  int strangers = 0;
  const Token* before = nullptr;
  bool office_only = true;  // what speaks of a standing are offices ("Staff liaison")
  for (const auto& token : tokens) {
    if (token.kind != TokenKind::word || token.inner) continue;
    auto classes = token.classes;
    // "Advisory members", "Mitglieder ohne Stimmrecht" are of the body as well.
    if (classes.has(WordClass::members) && before && before->is(WordClass::guest) && !before->is_any({WordClass::present, WordClass::office, WordClass::members})) said.remove(WordClass::guest);
    before = &token;
    // "Staff" are people of the house, whoever else is meant by the word.
    if (classes.any({WordClass::members, WordClass::office, WordClass::body}) && !classes.has(WordClass::present)) classes.remove(WordClass::guest);
    said |= classes;
    represented = represented || (token.is(WordClass::proxy) && !token.is_any({WordClass::present, WordClass::absent}));
    if (token.is_any({WordClass::present, WordClass::excused, WordClass::absent, WordClass::guest}) && !token.is(WordClass::office)) office_only = false;
    if (!token.is_any(standings | company) && token.capital && !language.has("articles", context.reading.text(token))) ++strangers;
  }
  // "Guest for item 4"
  if (said.has(WordClass::guest)) said.remove(WordClass::agenda_noun);
  // "Apologies were received and accepted from"
  if (said.has(WordClass::excused)) said.remove(WordClass::accept);
  if (strangers > 1 || said.any(matters)) return std::nullopt;
  // "Members attending by proxy" did not come.
  if (represented && !said.any({WordClass::excused, WordClass::absent})) return std::nullopt;
  // "12 people in attendance"
  if (counted && said.has(WordClass::present) && said.has(WordClass::guest) && !said.any({WordClass::excused, WordClass::absent})) return Standing::present;
  if (const auto standing = standing_of(said); standing && !office_only) return standing;
  if (tokens.size() > 6) return std::nullopt;
  if (said.any(recording) && (said.has(WordClass::record) || said.has(WordClass::secretary_office))) return Standing::secretary;
  if (said.any(leading)) return Standing::chair;
  return std::nullopt;
}

}  // namespace

std::optional<Standing> standing_of(std::string_view label, const Context& context) {
  const auto standing = standing_of_label(label, context);
  return standing && is_attendance(*standing) && is_statement(label, context) ? std::nullopt : standing;
}

std::vector<Person>& people_of(Standing standing, Meeting& meeting) {
  switch (standing) {
    case Standing::present: return meeting.attendance.present;
    case Standing::excused: return meeting.attendance.excused;
    case Standing::absent: return meeting.attendance.absent;
    case Standing::guest: return meeting.attendance.guests;
    case Standing::chair: return meeting.chair;
    case Standing::secretary: break;
  }
  return meeting.secretary;
}

bool is_other_label(std::string_view label, const Context& context) {
  // "INFO (6 votes): Mia Ott" is one of several groups, whatever else its letters mean.
  if (const auto open = label.find('('); open != std::string_view::npos && has_digit(label.substr(open)) && is_all_capitals(trim(label.substr(0, open)))) return false;
  label = without_count(label);
  if (standing_of(label, context)) return false;
  const auto said = context.reading.classes(label);
  return !context.language.label(label).empty() || (said.has(WordClass::proxy) && (said.any({WordClass::present, WordClass::members}) || !has_words(label, 2)));
}

}  // namespace protokoll

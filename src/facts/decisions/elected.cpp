#include "facts/decisions/elected.hpp"

#include <algorithm>

#include "words/text.hpp"

namespace protokoll {
namespace {

using enum WordClass;

// What such an entry does not speak of: it would tell of candidates, of movers, of reports.
constexpr WordClasses other_matters{must,  modal,  that,  condition, candidate, move,  second,  suggest, report, discuss, ask,         opine,       thank,     done,        earlier,
                                    later, future, defer, withdraw,  discharge, note,  reject,  close,   open,   excused, absent,      present,     guest,     meeting_noun, motion_noun,
                                    task_noun, minutes_noun, agenda_noun, election_noun, decision_noun, ballot};

constexpr WordClasses clouded{candidate, condition, modal, must, negation, future, suggest, ballot};

// The classes of each word by itself: "election of officers" is a title of its own, and yet tells of an election.
WordClasses own_classes(std::string_view text, const Context& context) {
  WordClasses found;
  for (const auto& token : context.reading.tokens(text)) found |= token.classes | context.reading.alone(token);
  return found;
}

bool has_word_of(Key list, std::string_view text, const Context& context) {
  const auto tokens = context.reading.tokens(text);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return context.language.has(list, context.reading.text(token)); });
}

// A word that is nothing but part of a name.
bool is_name(const Token& token, const Context& context) {
  const auto word = context.reading.text(token);
  return token.kind == TokenKind::word && token.capital && token.classes.empty() && !token.inner && !context.language.has("no_names", word) && !context.language.has("roles", word);
}

// How many names stand in a row, at most: "Ann Leek" are two.
std::size_t longest_name(Tokens tokens, const Context& context) {
  std::size_t row = 0, longest = 0;
  for (const auto& token : tokens) {
    if (is_name(token, context)) longest = std::max(longest, ++row);
    else if (token.mark != '.' && token.mark != '-') row = 0;
  }
  return longest;
}

std::size_t small_words(Tokens tokens, const Context& context) {
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    const auto word = context.reading.text(token);
    return token.kind == TokenKind::word && !token.capital && token.classes.empty() && !token.inner && !context.language.has("name_particles", word) && !context.language.has("name_joiners", word);
  }));
}

constexpr std::size_t full_name = 2;  // words

// "Treasurer: Sue", "Web: Sue and Tom": behind the colon nothing but given names.
bool is_followed_by_given_names(std::string_view text, const Context& context) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const auto tokens = context.reading.tokens(text.substr(colon + 1));
  std::size_t names = 0;
  for (const auto& token : tokens) {
    const auto word = context.reading.text(token);
    const bool given = token.kind == TokenKind::word && token.capital && context.language.has("given_names", word);
    names += given;
    if (!given && token.kind != TokenKind::mark && !context.language.has("name_joiners", word)) return false;
  }
  return names > 0;
}

}  // namespace

bool announces_elected(std::string_view text, const Context& context) {
  const auto classes = context.reading.classes(text);
  if (classes.any(clouded)) return false;
  const auto own = own_classes(text, context);
  if (classes.has(elect) && !classes.has(election_noun)) return true;
  return own.any(offices | WordClasses{elect, election_noun, body}) && has_word_of("result_words", text, context);
}

bool speaks_of_offices(std::string_view text, const Context& context) { return own_classes(text, context).any({elect, election_noun, candidate, suggest, move}) || announces_elected(text, context); }

bool serves_meeting(std::string_view text, const Context& context) {
  const auto tokens = context.reading.tokens(text);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.is_any({record, meeting_noun}) || (token.is(lead) && !token.is_any(offices)); });
}

namespace {

// "Schriftführer: Karl Ott, 41 Ja-Stimmen": an office of the house with the votes for who holds it.
bool is_voted_office(std::string_view line, const Context& context) {
  constexpr std::size_t longest = 400, opening = 2;  // items; there those are chosen who serve the meeting
  const auto classes = context.reading.classes(line);
  return context.minutes.agenda.size() > opening && line.size() <= longest && classes.any({office, chair_office}) && classes.any({unanimous, votes, abstain, yes});
}

}  // namespace

bool OfficesTold::tells(std::string_view line) {
  constexpr std::size_t longest = 100;  // of an entry that names nobody, or only a first name
  const bool entry = is_office_with_name(line, context_) || is_post_with_name(line, context_);
  if (!entry && line.ends_with(':')) told_ = speaks_of_offices(line, context_);
  else if (!entry && (line.size() > longest || line.ends_with('.') || context_.reading.classes(line).any({present, excused, absent}))) told_ = false;
  return (told_ && entry && !serves_meeting(line, context_)) || (titled_ && is_voted_office(line, context_));
}

bool elects_all(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 160;
  const auto classes = context.reading.classes(text);
  return text.size() <= longest && classes.has(elect) && classes.any({unanimous, accept, majority}) && !classes.any(clouded) && longest_name(context.reading.tokens(text), context) < full_name;
}

bool is_of_election(std::string_view title, const Context& context) {
  return own_classes(title, context).has(election_noun) && !context.reading.classes(title).any({candidate, condition, modal, must, negation});
}

bool is_office_with_name(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 120, most_tokens = 24, most_small = 3;
  if (text.size() > longest || text.ends_with('?') || text.ends_with(':')) return false;
  const auto tokens = context.reading.tokens(text);
  if (tokens.empty() || tokens.size() > most_tokens) return false;
  const auto classes = all_classes(tokens);
  return classes.any(offices) && !classes.any(other_matters) && (longest_name(tokens, context) >= full_name || is_followed_by_given_names(text, context)) && small_words(tokens, context) <= most_small;
}

bool is_post_with_name(std::string_view text, const Context& context) {
  constexpr std::size_t longest = 80, most = 200;
  const auto colon = text.find(':'), cut = colon == std::string_view::npos ? text.find('(') : colon;
  if (cut == std::string_view::npos || cut > longest || text.size() > most || text.ends_with('?') || (text[cut] == '(' && !text.ends_with(')'))) return false;
  const auto name = context.reading.tokens(text[cut] == ':' ? text.substr(cut + 1) : text.substr(0, cut));
  return !context.reading.classes(text).any(other_matters) && (longest_name(name, context) >= full_name || is_followed_by_given_names(text, context)) && small_words(name, context) == 0;
}

std::size_t longest_name(std::string_view text, const Context& context) { return longest_name(context.reading.tokens(text), context); }

}  // namespace protokoll

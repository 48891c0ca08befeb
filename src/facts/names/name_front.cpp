#include "facts/names/name_front.hpp"

#include <algorithm>

#include "facts/names/name_words.hpp"
#include "facts/names/names.hpp"
#include "words/text.hpp"

namespace protokoll {

std::size_t office_end(Tokens tokens, const Context& context) {
  std::size_t at = 0;
  // "1. Vorsitzender"
  if (at < tokens.size() && (tokens[at].kind == TokenKind::number || tokens[at].value >= 0)) {
    ++at;
    if (at < tokens.size() && tokens[at].mark == '.') ++at;
  }
  if (at >= tokens.size() || tokens[at].kind != TokenKind::word) return 0;
  const auto word = context.reading.text(tokens[at]);
  if (!tokens[at].is_any(offices) && !context.language.has("roles", word)) return 0;
  if (is_given(word, context)) return 0;
  ++at;
  while (at < tokens.size() && (tokens[at].inner || tokens[at].mark == '.' || tokens[at].mark == '/' || tokens[at].mark == '*' ||
                                (at > 0 && tokens[at].kind == TokenKind::word && (tokens[at - 1].mark == '/' || tokens[at - 1].mark == '*'))))
    ++at;
  return at;
}

namespace {

// "BOD members Mia Ott", "Utilities Committee Co-chair Jo Kern": the office stands behind what it is of, a name behind it.
std::size_t office_behind_words(Tokens tokens, const Context& context) {
  constexpr std::size_t furthest = 4;
  for (std::size_t at = 1; at <= furthest && at + 1 < tokens.size(); ++at) {
    const auto& before = tokens[at - 1];
    if (before.kind != TokenKind::word || !(before.capital || before.is(WordClass::members)) || is_given(context.reading.text(before), context) || is_particle(context.reading.text(before), context)) return 0;
    if (!tokens[at].is_any(offices) && !tokens[at].is(WordClass::members)) continue;
    const auto size = tokens[at].is_any(offices) ? office_end(tokens.subspan(at), context) : 1;
    if (size == 0) return 0;
    const auto end = at + size;
    return end < tokens.size() && tokens[end].capital && (end + 1 < tokens.size() || at == 1) ? end : 0;
  }
  return 0;
}

// "GR", "KonsR", "Verw.-Angest.": a code or a shortened word in front of a whole name.
std::string_view code_in_front(std::string_view text, const Context& context) {
  const auto word = first_word(text), rest = trim(after(text, word));
  if (rest.empty() || is_given(word, context) || !is_upper(first_character(word)) || is_initial(word)) return {};
  const auto next = first_word(rest);
  const bool named = is_given(bare(next), context) || context.language.addresses(next);
  if (word.back() == '.' && word.size() > 4 && is_upper(first_character(next))) return word;
  const auto last = last_character(trim(word, U"."));
  constexpr std::size_t longest_code = 4, longest_mixed = 6;
  const bool coded = is_upper(last) && word.size() <= (is_all_capitals(word) ? longest_code : longest_mixed) && has_words(rest, 2);
  return coded && (named || word.size() <= 3 || !is_all_capitals(word)) && is_upper(first_character(next)) && !is_all_capitals(bare(next)) ? word : std::string_view{};
}

std::string_view view_of(Tokens tokens, const Context& context) {
  if (tokens.empty()) return {};
  return context.view(Range{tokens.front().range.begin, tokens.back().range.end});
}

}  // namespace

bool is_office(std::string_view text, const Context& context) {
  text = trim(text, U":.,–-() *_");
  if (text.empty()) return false;
  if (context.language.has("roles", text)) return true;
  const auto tokens = context.reading.tokens(text);
  if (tokens.empty() || tokens.size() > 10) return false;
  bool office = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& token = tokens[i];
    const auto word = context.reading.text(token);
    if (token.kind != TokenKind::word) {
      if (token.mark == ':' || token.mark == '?' || token.mark == '@') return false;
      continue;
    }
    if (i > 0 && is_given(word, context)) return false;
    // "call the mayor": something done
    if (i == 1 && context.language.has("articles", word) && !tokens[0].capital && tokens[0].classes.empty() && tokens[0].kind == TokenKind::word) return false;
    if (token.is_any(offices) || context.language.has("roles", word)) office = true;
    else if (token.capital && !token.inner && token.classes.empty() && token.value < 0 && !context.language.has("articles", word)) return false;
  }
  return office;
}

std::string_view strip_front(std::string_view text, NameEntry& entry, const Context& context) {
  while (true) {
    text = trim(text, U"*_–-:;,");
    const auto address = parse_address(text, context.language);
    if (!address.honorific.empty() && !address.rest.empty()) entry.honorific = address.honorific;
    if (!address.title.empty() && !address.rest.empty()) entry.title = entry.title.empty() ? address.title : join(entry.title, address.title);
    const bool addressed = address.rest.size() < text.size() && !address.rest.empty();
    if (addressed) text = address.rest;
    // "Dr. h. c.", "Dr. med. vet."
    constexpr std::size_t longest = 6;
    for (auto word = first_word(text); addressed && !address.title.empty() && word.size() > 1 && word.size() <= longest && word.back() == '.' && is_lower(first_character(word)); word = first_word(text)) {
      entry.title = join(entry.title, word);
      text = trim(after(text, word));
    }
    const auto tokens = context.reading.tokens(text);
    if (const auto article = first_word(text); context.language.has("articles", article) && tokens.size() > 1 && !is_all_capitals(article) && (office_end(tokens.subspan(1), context) > 0 || context.language.addresses(first_word(trim(after(text, article)))))) {
      text = trim(after(text, article));
      continue;
    }
    const auto end = std::max(office_end(tokens, context), office_behind_words(tokens, context));
    if (end > 0 && end < tokens.size() && tokens[end].kind != TokenKind::mark) {
      const auto office = view_of(tokens.first(end), context);
      entry.role = entry.role.empty() ? office : join(entry.role, office);
      text = trim(after(text, office), U":–- .");
      continue;
    }
    if (const auto code = code_in_front(text, context); !code.empty()) {
      entry.role = entry.role.empty() ? code : join(entry.role, code);
      text = trim(after(text, code));
      continue;
    }
    if (!addressed) return text;
  }
}

}  // namespace protokoll

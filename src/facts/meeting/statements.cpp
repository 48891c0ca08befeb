#include "facts/meeting/statements.hpp"

#include <algorithm>
#include <array>

#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::array relevant{"date", "start", "end", "location", "organization", "title", "next"};

void add_keys(const std::vector<std::string>& keys, std::vector<std::string>& found) {
  bool any = false;
  for (const auto& key : keys)
    if (std::find(relevant.begin(), relevant.end(), key) != relevant.end()) {
      any = true;
      if (std::find(found.begin(), found.end(), key) == found.end()) found.push_back(key);
    }
  if (!any && found.empty()) found.push_back("other");
}

// "Date/Time", "Ort, Zeit", "Beginn und Ende": every part is a label.
std::vector<std::string> keys_of_parts(Tokens tokens, const Context& context) {
  std::vector<std::string> found;
  std::size_t begin = 0;
  bool slashes = true, unknown = false;
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    const bool cuts = i == tokens.size() || tokens[i].kind == TokenKind::mark || context.language.has("name_joiners", context.reading.text(tokens[i]));
    if (!cuts) continue;
    if (i > begin) {
      const auto part = join(context.reading.text(tokens[begin]), context.reading.text(tokens[i - 1]));
      const auto& keys = context.language.label(part);
      unknown = unknown || keys.empty();
      if (!keys.empty()) add_keys(keys, found);
      if (unknown && found.empty()) return {};
    }
    slashes = slashes && (i == tokens.size() || tokens[i].mark == '/');
    begin = i + 1;
  }
  // "Venue / Platform": another word for the same.
  if (unknown && !(slashes && found.size() == 1 && found.front() == "location")) return {};
  if (found.size() > 1) std::erase(found, "other");
  return found;
}

// "Beginn der Sitzung", "Meeting date", "Meeting ended at": without what only says of what it is.
std::vector<std::string> keys_without_meeting(Tokens tokens, const Context& context) {
  std::string_view only;
  for (const auto& token : tokens) {
    const auto word = context.reading.text(token);
    if (token.kind != TokenKind::word) return {};
    const auto classes = own_classes(token, context);
    if (classes.any({WordClass::meeting_noun, WordClass::body}) || context.language.has("articles", word) || context.language.has("place_links", word) ||
        context.language.has("time_prepositions", word) || context.language.has("no_label_words", word))
      continue;
    if (!only.empty()) return {};
    only = word;
  }
  std::vector<std::string> found;
  if (only.empty()) return found;
  if (const auto& keys = context.language.label(only); !keys.empty()) add_keys(keys, found);
  return found;
}

}  // namespace

std::vector<std::string> head_keys(std::string_view label, const Context& context) {
  label = trim(label, U":*_.-? =#");
  std::vector<std::string> found;
  constexpr std::size_t longest = 60;
  if (label.empty() || label.size() > longest) return found;
  if (const auto& keys = context.language.label(label); !keys.empty()) {
    add_keys(keys, found);
    return found;
  }
  const auto tokens = context.reading.tokens(label);
  if (tokens.size() < 2) return found;
  found = keys_of_parts(tokens, context);
  return found.empty() ? keys_without_meeting(tokens, context) : found;
}

std::vector<std::string_view> statements(std::string_view text, const Context& context) {
  const auto cut = lines(text);
  if (cut.size() < 2) return context.sentences(text);
  // Prose that is merely broken: its lines are long, and the next ones go on in the middle of a sentence.
  std::size_t broken = 0;
  for (std::size_t i = 0; i + 1 < cut.size(); ++i) {
    constexpr std::size_t full_line = 55;
    const auto last = last_character(cut[i]);
    broken += cut[i].size() >= full_line || last == ',' || is_lower(first_character(cut[i + 1])) || last == '-';
  }
  return 2 * broken >= cut.size() - 1 && broken > 0 ? context.sentences(text) : cut;
}

WordClasses own_classes(const Token& token, const Context& context) {
  if (token.kind != TokenKind::word) return {};
  return token.classes | context.reading.alone(token);
}

std::size_t find_word(Tokens tokens, Key list, const Context& context, std::size_t from) {
  for (; from < tokens.size(); ++from)
    if (tokens[from].kind == TokenKind::word && context.language.has(list, context.reading.text(tokens[from]))) return from;
  return tokens.size();
}

}  // namespace protokoll

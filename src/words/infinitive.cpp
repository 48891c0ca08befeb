#include "words/infinitive.hpp"

#include <algorithm>

#include "words/text.hpp"

namespace protokoll {

bool is_infinitive(std::string_view mark, std::string_view word, const Language& language) {
  if (!language.has("infinitive_marks", mark)) return false;
  if (!language.has("of_words", mark) && !language.has("place_prepositions", mark)) return true;
  if (!is_lower(first_character(word)) && !is_all_capitals(word)) return false;  // "zu Bremen"
  return ends_like_infinitive(word, language);
}

bool ends_like_infinitive(std::string_view word, const Language& language) {
  constexpr std::size_t longest = 5;
  for (std::size_t size = 2; size <= std::min(longest, word.size()); ++size)
    if (language.has("infinitive_ends", word.substr(word.size() - size))) return true;
  return false;
}

namespace {

// "de subsidie toe te kennen;", "die Mittel zu bewilligen."
bool ends_with_infinitive(std::string_view text, const Language& language) {
  const auto parts = words(trim(text.substr(0, text.find_first_of(";\n")), U".,;"));
  constexpr std::size_t fewest = 4;
  if (parts.size() < fewest) return false;
  const auto mark = parts[parts.size() - 2];
  return !language.has("of_words", mark) && is_infinitive(mark, parts.back(), language);
}

}  // namespace

bool begins_with_infinitive(std::string_view text, const Language& language) {
  const auto end = text.find_first_of(" '\n");
  if (end == std::string_view::npos || !is_lower(first_character(text))) return false;
  if (ends_with_infinitive(text, language)) return true;
  const auto mark = text.substr(0, text[end] == '\'' ? end + 1 : end);
  const auto rest = trim(text.substr(mark.size()));
  return is_infinitive(mark, trim(rest.substr(0, rest.find_first_of(" \n")), U".,;:"), language);
}

}  // namespace protokoll

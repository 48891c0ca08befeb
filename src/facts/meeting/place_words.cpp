#include "facts/meeting/place_words.hpp"

#include <algorithm>

#include "words/dates.hpp"
#include "words/text.hpp"
#include "words/times.hpp"

namespace protokoll {

std::vector<std::string_view> calendar_parts(std::string_view text, const Language& language) {
  std::vector<std::string_view> parts;
  for (const auto& date : find_dates(text, language)) parts.push_back(date.text);
  for (const auto& time : find_times(text, language)) parts.push_back(time.text);
  std::sort(parts.begin(), parts.end(), [](std::string_view a, std::string_view b) { return a.data() < b.data(); });
  return parts;
}

WordClasses classes_beside_place(std::string_view text, const Context& context) {
  WordClasses said;
  for (const auto& token : context.reading.tokens(text)) {
    if (!token.is(WordClass::place)) said |= token.classes;
    else if (token.is(WordClass::meeting_noun)) said |= WordClasses{WordClass::meeting_noun};  // "teleconference"
  }
  return said;
}

std::string_view without_remark(std::string_view text) {
  const auto open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return text;
  const auto inside = trim(text.substr(open + 1), U")");
  return is_lower(first_character(inside)) && words(inside).size() > 1 ? trim(text.substr(0, open), place_edges) : text;
}

}  // namespace protokoll

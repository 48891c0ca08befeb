#include "structure/clock.hpp"

#include "words/text.hpp"

namespace protokoll {

std::string_view clock_in_front(std::string_view text, const Language& language) {
  constexpr std::size_t clock_size = 5;  // "19:00"
  const auto begins_so = [&](std::size_t at) {
    const auto digit = [&](std::size_t i) { return at + i < text.size() && is_digit(static_cast<unsigned char>(text[at + i])); };
    if (!digit(0) || !digit(3) || (!digit(1) && !digit(2))) return std::size_t{0};
    const auto size = digit(1) ? clock_size : clock_size - 1;
    const char mark = at + size - 3 < text.size() ? text[at + size - 3] : '\0';
    return (mark == ':' || mark == '.' || mark == 'h') && digit(size - 1) && !digit(size) ? size : std::size_t{0};
  };
  auto end = begins_so(0);
  if (end == 0) return {};
  const auto skip = [&](std::u32string_view marks) { return text.size() - trim_front(text.substr(end), marks).size(); };
  if (const auto second = skip(U" -–—"); second > end && begins_so(second) > 0) end = second + begins_so(second);
  const auto word = first_word(trim(text.substr(end)));
  if (language.has("hour_units", trim(word, U":-–"))) end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
  const auto title = skip(U" :|•-–—");
  return title > end && title < text.size() && is_upper(first_character(text.substr(title))) ? text.substr(0, title) : std::string_view{};
}

}  // namespace protokoll

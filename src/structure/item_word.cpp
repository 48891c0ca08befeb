#include "structure/item_word.hpp"

#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t most_words = 5;  // "Punto del orden del día"

std::size_t behind_character(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
  return at;
}

// Behind the word that begins there; what a dash or an apostrophe joins is one.
std::size_t behind_word(std::string_view text, std::size_t at) {
  const auto letter = [&](std::size_t i) { return i < text.size() && is_letter(first_character(text.substr(i))); };
  while (at < text.size() && (letter(at) || text[at] == '-' || (text[at] == '\'' && letter(at + 1)))) at = behind_character(text, at);
  return at;
}

}  // namespace

std::string_view item_word(std::string_view text, const Language& language) {
  const auto end = behind_word(text, 0);
  if (end == 0) return {};
  std::string_view found;
  auto stop = end;
  for (std::size_t count = 1; count <= most_words; ++count) {
    // "Agenda item": the first of two need not stand alone; of more each begin of them must.
    const auto word = text.substr(0, stop);
    if (language.has("item_words", word)) found = word;
    else if (count == 1 && stop < text.size() && text[stop] == '.' && language.has("item_words", text.substr(0, stop + 1))) found = text.substr(0, stop + 1);
    else if (count > 1 && found.empty()) break;
    if (stop >= text.size() || text[stop] != ' ') break;
    const auto next = behind_word(text, stop + 1);
    if (next == stop + 1) break;
    stop = next;
  }
  return found;
}

OrdinalWord ordinal_word(std::string_view text, const Language& language) {
  constexpr std::size_t most_parts = 2;  // "vigésimo primer"
  OrdinalWord found;
  std::size_t begin = 0;
  for (std::size_t count = 1; count <= most_parts; ++count) {
    const auto end = behind_word(text, begin);
    if (end == begin) break;
    if (const auto value = language.ordinal(text.substr(0, end))) found = {end, *value};
    if (end >= text.size() || text[end] != ' ') break;
    begin = end + 1;
  }
  return found;
}

}  // namespace protokoll

#include "facts/names/name_words.hpp"

#include <array>

#include "facts/names/name_entry.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr std::size_t most_words = 6;

}  // namespace

bool is_particle(std::string_view word, const Context& context) {
  // "van ’t Hoff" in whatever apostrophe
  const auto bare = trim_front(word, U"'’‘`´");
  return context.language.has("name_particles", word) || (bare.size() < word.size() && bare.size() == 1 && is_lower(first_character(bare)));
}

bool is_given(std::string_view word, const Context& context) {
  if (context.language.has("given_names", word)) return true;
  const auto hyphen = word.find('-');
  return hyphen != std::string_view::npos && context.language.has("given_names", word.substr(0, hyphen));
}

bool is_initial(std::string_view word) {
  if (word.empty() || !is_upper(first_character(word))) return false;
  // "J.", "J.A.", "T"
  std::size_t letters = 0, stops = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == '.') ++stops;
    else if ((static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80) ++letters;
  }
  return letters == 1 || (stops > 0 && stops == letters);
}

bool is_quoted(std::string_view word) {
  if (word.size() < 3) return false;
  const auto first = first_character(word), last = last_character(word);
  constexpr std::u32string_view opening = U"\"'“„‚‘«»(", closing = U"\"'”“’‘»«)";
  return opening.find(first) != std::u32string_view::npos && closing.find(last) != std::u32string_view::npos;
}

bool is_part(std::string_view word) {
  if (is_initial(word)) return true;
  // "d’Aubreville"
  constexpr std::size_t longest_particle = 4;
  if (const auto elided = word.find_first_of("'\xE2"); elided > 0 && elided <= longest_particle && is_lower(first_character(word))) word = trim(word.substr(elided), U"'’");
  if (!is_upper(first_character(word))) return false;
  // Soft hyphens and marks of direction do not show.
  constexpr std::u32string_view inner = U"-'’‘‑–.\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF";
  for (std::size_t at = 0; at < word.size();) {
    const auto c = first_character(word.substr(at));
    if (!is_letter(c) && inner.find(c) == std::u32string_view::npos) return false;
    at += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
  return true;
}

bool is_suffix(std::string_view word, const Context& context) { return context.language.has("name_suffixes", word) || context.language.has("name_suffixes", trim(word, U".")); }

bool is_credential(std::string_view word, const Context& context) {
  if (context.language.has("academic_titles", word)) return true;
  std::size_t capitals = 0, letters = 0;
  for (const char c : word) {
    letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    capitals += c >= 'A' && c <= 'Z';
  }
  return letters <= 4 && capitals >= 2 && word.find('.') == std::string_view::npos;
}

std::string_view bare(std::string_view word) { return trim(word, U",;:*_"); }

Likeness likeness_of(std::string_view name, const Context& context) {
  const auto parts = words(name);
  if (parts.empty() || parts.size() > most_words || context.language.has("no_names", name)) return Likeness::none;
  if (name.find_first_of(":?!<>=/@{}[]") != std::string_view::npos) return Likeness::none;
  if (parts.size() == 1) {
    const auto word = bare(parts.front());
    if (word.empty() || !is_letter(first_character(word)) || context.language.has("articles", word) || context.language.has("pronouns", word) || context.language.addresses(word)) return Likeness::none;
    if (is_given(word, context)) return Likeness::sure;
    const auto classes = context.reading.classes(word);
    // "ab", "from", "dès": small words of the language are no nicknames.
    constexpr std::array<Key, 4> small_words{"time_prepositions", "place_prepositions", "range_words", "name_particles"};
    if (is_lower(first_character(word)) && (!classes.empty() || std::any_of(small_words.begin(), small_words.end(), [&](Key list) { return context.language.has(list, word); }))) return Likeness::none;
    if (classes.any(things) || classes.any(offices) || context.language.month(word) || context.language.weekday(word) || context.language.number(word)) return Likeness::none;
    return is_part(word) && word.size() > 1 ? Likeness::plain : Likeness::nick;
  }
  int capitals = 0, particles = 0, initials = 0;
  bool given = false, thing = false;
  for (const auto raw : parts) {
    const auto part = bare(raw);
    const bool joins = particles > 0 && context.language.has("name_joiners", part);  // "von und zu"
    if (!joins && context.language.has("no_names", part)) return Likeness::none;
    given = given || is_given(part, context);
    if (joins || is_particle(part, context)) ++particles;
    else if (is_part(part)) {
      ++capitals;
      initials += is_initial(part);
      // "Jan Voss", "May Brown": months are given names as well, but rarely last names ("Mª del Mar").
      thing = thing || context.reading.classes(part).any(things) || ((context.language.weekday(part) || (capitals > 1 && context.language.month(part))) && !is_given(part, context));
    } else if (!is_quoted(part) && !is_suffix(part, context) && !has_digit(part)) {
      return Likeness::none;
    }
  }
  if (capitals == 0) return Likeness::none;
  const auto first = bare(parts.front());
  // "zu Beginn"
  if (is_lower(first_character(first)) && parts.size() == 2 && (context.language.has("place_prepositions", first) || context.language.has("time_prepositions", first))) return Likeness::none;
  // "En Jerez" is where, "Di Marco" somebody.
  if (first.size() > 1 && context.language.has("place_prepositions", first) && !context.language.has("name_particles", first) && !is_given(first, context) && !is_all_capitals(first)) return Likeness::none;
  const bool last_name = is_all_capitals(first) && is_all_capitals(bare(parts[1])) && !is_all_capitals(bare(parts.back()));  // "LA TROLA Michelle"
  if (context.language.has("articles", first) && !is_initial(first) && !last_name) return Likeness::none;
  if (is_given(first, context) || (initials > 0 && capitals > initials)) return Likeness::sure;
  if (thing) return Likeness::none;
  return given ? Likeness::sure : Likeness::plain;
}

}  // namespace protokoll

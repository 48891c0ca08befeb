/// Words and sentences.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "languages/language.hpp"

namespace protokoll {

/// Without white space at the ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Without white space and any of `characters` (code points, no ASCII letters or digits) at the ends.
[[nodiscard]] std::string_view trim(std::string_view text, std::u32string_view characters);
/// The same at the front alone.
[[nodiscard]] std::string_view trim_front(std::string_view text, std::u32string_view characters);
/// The part of `outer` from the end of `inner` (a view into it) on.
[[nodiscard]] std::string_view after(std::string_view outer, std::string_view inner);
[[nodiscard]] std::string_view before(std::string_view outer, std::string_view inner);
/// The part of `outer` from the begin of `inner` on.
[[nodiscard]] std::string_view starting_at(std::string_view outer, std::string_view inner);
/// From the begin of `first` to the end of `last`, both views into one text; only `first` if there is a rift between them or `last` begins in front of it.
[[nodiscard]] std::string_view join(std::string_view first, std::string_view last);
/// Whether a rift (see Document) lies between the end of `first` and the begin of `last`.
[[nodiscard]] bool is_parted(std::string_view first, std::string_view last);

/// First and last code point; 0 of an empty text.
[[nodiscard]] char32_t first_character(std::string_view text);
[[nodiscard]] char32_t last_character(std::string_view text);
[[nodiscard]] bool is_upper(char32_t character);
[[nodiscard]] bool is_lower(char32_t character);
[[nodiscard]] bool is_letter(char32_t character);
[[nodiscard]] inline bool is_digit(char32_t character) { return character >= '0' && character <= '9'; }
[[nodiscard]] inline bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }
/// Letters, none of them small, at least two.
[[nodiscard]] bool is_all_capitals(std::string_view text);

[[nodiscard]] std::vector<std::string_view> words(std::string_view text);
/// Whether words(text) are at least so many, however long the text.
[[nodiscard]] bool has_words(std::string_view text, std::size_t count);
/// The last words of a text, in no more than `most` bytes.
[[nodiscard]] std::string_view last_words(std::string_view text, std::size_t most);
/// Up to the first, from behind the last space or line end.
[[nodiscard]] std::string_view first_word(std::string_view text);
[[nodiscard]] std::string_view last_word(std::string_view text);
/// Cut at soft line ends, each trimmed, none empty.
[[nodiscard]] std::vector<std::string_view> lines(std::string_view text);
/// Begins with a letter that only counts: "b) Mia asks the town".
[[nodiscard]] bool begins_with_letter(std::string_view text);
/// Sentences with their full stop; abbreviations, initials, ordinals ("25. Plenum") and dates do not end one.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view text, const Language& language);

/// Without the full stop at its end, unless that belongs to an abbreviation ("e. V.").
[[nodiscard]] std::string_view without_full_stop(std::string_view text, const Language& language);

/// "Present: ........ Mia Ott": without the dots that lead the eye from a label to its value.
[[nodiscard]] std::string_view without_leader(std::string_view value);

/// A bullet that the text itself carries ("•", "-", "–", "·", "*", "o ") cut off its front.
[[nodiscard]] std::string_view without_bullet(std::string_view text);

}  // namespace protokoll

/// Names and words compared as people would.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace protokoll {

/// Small letters with their accents.
[[nodiscard]] std::string in_small_letters(std::string_view text);

/// Small letters without accents: "Ehnés" and "EHNES" are the same.
[[nodiscard]] std::string without_marks(std::string_view text);

/// As without_marks, but two dots over a vowel become an e: "Müller" and "Mueller" are the same.
[[nodiscard]] std::string transliterated(std::string_view text);

/// Whether two spellings differ in accents, two dots or capitals at most.
[[nodiscard]] bool same_but_for_marks(std::string_view a, std::string_view b);

/// Whether one letter more, less or another makes the one word of the other.
[[nodiscard]] bool one_letter_apart(std::string_view a, std::string_view b);

/// Keys of which words that are one letter apart share at least one.
[[nodiscard]] std::vector<std::string> near_keys(std::string_view word);

/// Only letters and digits of `without_marks`: "BG RCI" and "BGRCI" are the same.
[[nodiscard]] std::string only_letters(std::string_view text);

/// The words of four letters or digits and more, without marks.
[[nodiscard]] std::vector<std::string> long_words(std::string_view text);

/// Whether there are letters and none of them is small.
[[nodiscard]] bool has_only_capitals(std::string_view text);

/// Whether a longer word of the one begins a word of the other, or both begin with the same letters: "Wahl" and "Neue Wahlen".
[[nodiscard]] bool share_a_word(std::string_view a, std::string_view b);

/// What stands behind the last space.
[[nodiscard]] std::string_view last_name(std::string_view name);
/// What stands before it; empty if there is none.
[[nodiscard]] std::string_view first_name(std::string_view name);

}  // namespace protokoll

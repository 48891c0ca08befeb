/// Texts as far as their words are substance.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace protokoll::differences {

/// A word as printed and what of it is compared.
struct ComparedWord {
  std::string key;    ///< without case, quotation marks and punctuation at its edges; signs of sums and percents stay
  std::string shown;  ///< with marks that stand alone behind it
};

/// The words of a text; marks alone are part of the word before.
[[nodiscard]] std::vector<ComparedWord> compared_words(std::string_view text);

/// The keys with one space between them: equal for texts that say the same.
[[nodiscard]] std::string compared(std::string_view text);

}  // namespace protokoll::differences

/// Text as words that can be compared: without regard to case, white space, quotes, punctuation, and where lines end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"

namespace protokoll::grounds {

/// A run of letters and digits, or one sign that means something by itself (a currency, a percent sign).
struct FoldedWord {
  std::uint32_t id = 0;            ///< the same for the same word
  Range range;                     ///< in the text
  std::uint64_t hard_hyphens = 0;  ///< bit per character in front of which a hyphen stands; the 64th character and those behind share one
  std::uint64_t soft_hyphens = 0;  ///< likewise at the end of a line: the word may be written without
  char separator = 0;              ///< between this number and the one in front of it: '.', ',', ':', '/', '-' or an apostrophe
  bool tight = false;              ///< no white space there: one number may go on
};

/// The numbers of words.
class Vocabulary {
 public:
  static constexpr std::uint32_t unknown = ~std::uint32_t{0};

  std::uint32_t add(const std::string& word) { return ids_.try_emplace(word, static_cast<std::uint32_t>(ids_.size())).first->second; }
  [[nodiscard]] std::uint32_t find(const std::string& word) const;
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

/// The words of a document's text; new ones are added to the vocabulary.
[[nodiscard]] std::vector<FoldedWord> fold_words(std::string_view text, Vocabulary& vocabulary);
/// The words of an answer's value; those that the vocabulary does not have are `unknown`.
[[nodiscard]] std::vector<FoldedWord> fold_words(std::string_view text, const Vocabulary& vocabulary);

/// Whether a document's word is that of a value, its number's separator seen unless it is the value's first.
[[nodiscard]] bool is_same(const FoldedWord& of_document, const FoldedWord& of_value, bool first);

}  // namespace protokoll::grounds

/// Many words looked for in one pass over a text (Aho and Corasick, 1975).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "languages/required_words.hpp"

namespace protokoll {

class WordFinder {
 public:
  /// Words folded by fold_byte(), none empty; the number of a word is its place here.
  explicit WordFinder(const std::vector<std::string>& words);

  /// Calls `found(word, end)` for every place where a word stands in the text, case aside, by their ends.
  template <typename Found>
  void find(std::string_view text, Found&& found) const {
    std::uint32_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      state = next_[state + classes_[static_cast<unsigned char>(text[at])]];
      if (state & has_words) {
        state &= ~has_words;
        for (auto end = state / width_; end; end = shorter_[end])
          if (words_[end] >= 0) found(static_cast<std::uint32_t>(words_[end]), at + 1);
      }
    }
  }

 private:
  static constexpr std::uint32_t has_words = 1U << 31;

  void classify(const std::vector<std::string>& words);
  void grow(const std::vector<std::string>& words);
  void link();

  std::array<std::uint8_t, 256> classes_{};  // of bytes that no word tells apart; 0: of those that are in no word
  std::uint32_t width_ = 1;                  // number of classes
  std::vector<std::uint32_t> next_;          // by state * width_ + class: the next state, times width_
  std::vector<std::int32_t> words_;          // by state: the word that ends there, or -1
  std::vector<std::uint32_t> shorter_;       // by state: that of the longest word which ends there too, or 0
};

}  // namespace protokoll

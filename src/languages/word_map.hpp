/// Words without regard to case.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace protokoll {

/// Lower case by Unicode's simple case folding, white space folded to single spaces.
[[nodiscard]] std::string fold_case(std::string_view text);
/// The same into `buffer`, where the result lies; what does not fit is left out, and the result then fills the buffer.
[[nodiscard]] std::string_view fold_case(std::string_view text, std::span<char> buffer);

/// The words of a folded text.
[[nodiscard]] std::vector<std::string_view> folded_words(std::string_view folded);

/// Whether folding leaves a byte one byte; white space may go, and letters beyond ASCII may change their size.
[[nodiscard]] inline bool keeps_its_size(char c) { return c > ' '; }
/// The small letter of one of ASCII; others as they are.
[[nodiscard]] inline char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Values by words, which may be asked for in any case.
template <typename Value>
class WordMap {
 public:
  /// The value of a word, made if there is none. A word of more than 127 bytes will never be found.
  Value& operator[](std::string_view word) {
    Buffer buffer;
    const auto folded = fold_case(word, std::span(buffer).first(longest_word));
    if (!folded.empty()) {
      sizes_[static_cast<unsigned char>(folded[0])] |= bit(folded.size());
      starts_.set(start(folded));
    }
    longest_ = std::max(longest_, folded.size());
    return values_[std::string(folded)];
  }

  /// nullptr if the word is not there.
  [[nodiscard]] const Value* find(std::string_view word) const {
    // Most words that are asked for stand in no list: no word of it begins like that, or none of them has that length.
    if (!word.empty() && keeps_its_size(word[0])) {
      if ((word.size() == 1 || keeps_its_size(word[1])) && !starts_.test(start(word))) return nullptr;
      const auto sizes = sizes_[static_cast<unsigned char>(small_letter(word[0]))];
      if (!(sizes & bit(word.size())) && std::all_of(word.begin(), word.end(), keeps_its_size)) return nullptr;
    }
    Buffer buffer;
    const auto folded = fold_case(word, std::span(buffer).first(longest_ + 1));
    if (folded.empty() || !(sizes_[static_cast<unsigned char>(folded[0])] & bit(folded.size()))) return nullptr;
    const auto found = values_.find(folded);
    return found == values_.end() ? nullptr : &found->second;
  }

 private:
  static constexpr std::size_t longest_word = 127;
  using Buffer = std::array<char, longest_word + 1>;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unordered_map<std::string, Value, Hash, std::equal_to<>> values_;
  static std::uint64_t bit(std::size_t size) { return std::uint64_t{1} << std::min<std::size_t>(size, 63); }
  static constexpr std::size_t kinds_of_start = 1024;
  static std::size_t start(std::string_view word) {
    const auto second = word.size() > 1 ? static_cast<unsigned char>(small_letter(word[1])) : 0U;
    return (static_cast<unsigned char>(small_letter(word[0])) * 32U + second) % kinds_of_start;
  }

  std::bitset<kinds_of_start> starts_;        // of the words' first two bytes
  std::array<std::uint64_t, 256> sizes_{};  // by first byte: of the words that begin with it
  std::size_t longest_ = 0;
};

}  // namespace protokoll

/// Telling languages apart by their commonest words.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace protokoll {

/// The typical words of some languages, which are numbered from 0.
class TypicalWords {
 public:
  /// Words of more than 63 bytes do not count, nor do languages from number 32 on.
  void add(std::size_t language, const std::vector<std::string>& words);
  /// A typical word of a text.
  struct Place {
    std::uint32_t begin;
    std::uint32_t languages;  ///< bit n: it is typical for language n
  };
  /// In the order of the text.
  [[nodiscard]] std::vector<Place> find(std::string_view text) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> languages_of_;
  std::array<std::uint64_t, 256> lengths_{};  // by its first byte: bit n is set if a word has n bytes
};

}  // namespace protokoll

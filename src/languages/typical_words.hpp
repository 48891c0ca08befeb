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
  /// Words of more than 63 bytes do not count.
  void add(std::size_t language, const std::vector<std::string>& words);
  /// By language: how many words of the text are typical for it.
  [[nodiscard]] std::vector<int> count(std::string_view text) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::size_t languages_ = 0;
  std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>> languages_of_;
  std::array<std::uint64_t, 256> lengths_{};  // by its first byte: bit n is set if a word has n bytes
};

}  // namespace protokoll

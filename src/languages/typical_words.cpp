#include "languages/typical_words.hpp"

#include <algorithm>

#include "languages/word_map.hpp"

namespace protokoll {
namespace {

constexpr std::size_t longest = 63;

// Letters by themselves: 0 for what is none, capitals of ASCII as small letters, all bytes beyond ASCII as they are.
constexpr auto letters = [] {
  std::array<char, 256> table{};
  for (int byte = 'a'; byte <= 'z'; ++byte) table[byte] = table[byte - 32] = static_cast<char>(byte);
  for (int byte = 0x80; byte < 0x100; ++byte) table[byte] = static_cast<char>(byte);
  return table;
}();

}  // namespace

void TypicalWords::add(std::size_t language, const std::vector<std::string>& words) {
  for (const auto& printed : words) {
    const auto word = fold_case(printed);
    if (word.empty() || word.size() > longest) continue;
    lengths_[static_cast<unsigned char>(word[0])] |= std::uint64_t{1} << word.size();
    if (language < 32) languages_of_[word] |= std::uint32_t{1} << language;
  }
}

std::vector<TypicalWords::Place> TypicalWords::find(std::string_view text) const {
  std::vector<Place> places;
  std::array<char, longest> word;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 0;
    for (; at < text.size(); ++at, ++size) {
      const char letter = letters[static_cast<unsigned char>(text[at])];
      if (letter == 0) break;
      if (size < longest) word[size] = letter;
    }
    ++at;
    if (size == 0 || size > longest || !(lengths_[static_cast<unsigned char>(word[0])] >> size & 1)) continue;
    const auto found = languages_of_.find(std::string_view(word.data(), size));
    if (found != languages_of_.end()) places.push_back({static_cast<std::uint32_t>(at - 1 - size), found->second});
  }
  return places;
}

}  // namespace protokoll

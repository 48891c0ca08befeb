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

char letter_of(char c) { return letters[static_cast<unsigned char>(c)]; }

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
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    for (end = begin; end < text.size() && letter_of(text[end]) != 0;) ++end;
    const auto size = end - begin;
    if (size == 0 || size > longest || !(lengths_[static_cast<unsigned char>(letter_of(text[begin]))] >> size & 1)) continue;
    std::transform(text.begin() + begin, text.begin() + end, word.begin(), letter_of);
    const auto found = languages_of_.find(std::string_view(word.data(), size));
    if (found != languages_of_.end()) places.push_back({static_cast<std::uint32_t>(begin), found->second});
  }
  return places;
}

}  // namespace protokoll

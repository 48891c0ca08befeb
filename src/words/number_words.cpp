#include "words/number_words.hpp"

#include <algorithm>

namespace protokoll {

int number_words(const Bits& bits, std::size_t at, const Language& language, std::size_t& size) {
  constexpr std::size_t most = 6;
  if (!bits[at].is_word()) return -1;
  for (auto count = std::min(most, bits.size() - std::min(at, bits.size())); count > 0; --count) {
    if (!bits[at + count - 1].is_word()) continue;
    if (const auto value = language.number(bits.view(at, at + count))) {
      size = count;
      return *value;
    }
  }
  return -1;
}

}  // namespace protokoll

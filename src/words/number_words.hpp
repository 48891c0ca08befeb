/// Numbers written out, of several words where the language has them so: "treinta y cinco".
#pragma once

#include <cstddef>

#include "languages/language.hpp"
#include "words/bits.hpp"

namespace protokoll {

/// The value of the longest number in words that begins at a bit, and how many bits it takes; -1 if there is none.
[[nodiscard]] int number_words(const Bits& bits, std::size_t at, const Language& language, std::size_t& size);

}  // namespace protokoll

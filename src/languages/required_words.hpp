/// What a text must contain for an expression to match in it.
///
/// RE2 can tell as much (FilteredRE2), but only of expressions that it has compiled, and to compile those of a language takes longer
/// than to read a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace protokoll {

/// Words, folded by fold_byte(); one of them stands in every match.
using AnyOf = std::vector<std::string>;

/// Each of these holds for every match of an expression in RE2's syntax, whatever the case of its letters. Fewer are found than
/// there are; none at all where the syntax is beyond literals, classes, groups, alternatives and repetitions.
[[nodiscard]] std::vector<AnyOf> required_words(std::string_view expression);

/// One byte of UTF-8 with the case of ASCII and Latin-1 letters taken away; other bytes may fall together as well.
[[nodiscard]] constexpr unsigned char fold_byte(unsigned char byte) {
  const bool capital = (byte >= 'A' && byte <= 'Z') || (byte >= 0x80 && byte <= 0x9E);
  return static_cast<unsigned char>(capital ? byte + 0x20 : byte);
}

/// Characters that RE2 takes for an ASCII or Latin-1 letter in another case although fold_byte() does not.
inline constexpr std::string_view odd_cases[] = {"\u017F", "\u212A", "\u212B", "\u1E9E", "\u0178"};

}  // namespace protokoll

/// Raised figures: the mark of a note ("3⁵ yes"), or a power, a unit, minutes ("10⁶", "m²", "19³⁰").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace protokoll {

/// What becomes of a stretch of a block's text; the rest of the text stays.
struct Cut {
  Range range;
  enum class Kind : std::uint8_t { struck, raised, exponent } kind = Kind::struck;
};

/// The raised figures within `range` of a block's text; `styled`: the markup raises it, else its characters do.
void cut_raised(const Document& document, const TextBlock& block, Range range, bool styled, std::vector<Cut>& cuts);

/// Marks of notes that Markdown writes out: "[^1]".
void cut_references(const Document& document, const TextBlock& block, std::vector<Cut>& cuts);

/// Whether any byte could begin what cut_raised and cut_references look for.
[[nodiscard]] bool may_hold_raised(std::string_view text);

/// The size of the digit that stands there as a raised character; 0 if none does.
[[nodiscard]] std::size_t raised_at(std::string_view text, std::size_t at);

/// A digit as a raised character.
[[nodiscard]] std::string_view raised_digit(char digit);

}  // namespace protokoll

/// Cuts text into words, numbers and marks, whatever its language.
#pragma once

#include <string_view>
#include <vector>

#include "words/reading.hpp"

namespace protokoll {

/// Appends the tokens of `text`, which begins at `offset` of Document::text. A word goes on over hyphens and apostrophes within it; an elided
/// article ("l'", "all'") is a word of its own.
void cut_tokens(std::string_view text, std::uint32_t offset, std::vector<Token>& tokens);

}  // namespace protokoll

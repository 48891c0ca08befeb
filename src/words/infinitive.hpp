#pragma once

#include <string_view>

#include "languages/language.hpp"

namespace protokoll {

/// Whether `word` behind `mark` is an infinitive: "to adopt", "de comprar"; where the mark may stand in front of nouns
/// as well ("el acta de Zamora"), the word's end tells.
[[nodiscard]] bool is_infinitive(std::string_view mark, std::string_view word, const Language& language);

/// Whether a word ends as infinitives do.
[[nodiscard]] bool ends_like_infinitive(std::string_view word, const Language& language);

/// "to adopt the budget", "d'approuver le devis", "de subsidie toe te kennen;": an infinitive with its mark begins the
/// text or, after a small letter at its begin, ends it.
[[nodiscard]] bool begins_with_infinitive(std::string_view text, const Language& language);

}  // namespace protokoll

/// Words in front of an agenda item: what calls it an item ("Punto", "Agenda item"), and its number in words ("Primero", "vigésimo primer").
#pragma once

#include <cstddef>
#include <string_view>

#include "languages/language.hpp"

namespace protokoll {

/// The words for "item" at the begin of a text, as many as the language knows together ("Punto del orden del día"); empty if there are none.
[[nodiscard]] std::string_view item_word(std::string_view text, const Language& language);

struct OrdinalWord {
  std::size_t size = 0;  ///< bytes of the text; 0 if it begins with none
  int value = 0;
};

/// The number of the order in words at the begin of a text.
[[nodiscard]] OrdinalWord ordinal_word(std::string_view text, const Language& language);

}  // namespace protokoll

/// Places where meetings are held, as lines, sentences and labels name them.
#pragma once

#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

/// How sure the words themselves make it that they name a place.
struct PlaceMatch {
  std::string_view text;  ///< empty: none
  int weight = 0;         ///< 1: nothing but capitals, 2: behind a preposition, 3: names a room, a house, a street
};

/// The place in a line that holds nothing but when and where: "Monday, 3 May, 7 pm, Town Hall, Room 2".
[[nodiscard]] PlaceMatch place_in_line(std::string_view line, const Context& context);

/// The place that a preposition brings into a sentence: "met in the Reading Room, Mill Lane".
[[nodiscard]] PlaceMatch place_in_sentence(std::string_view sentence, const Context& context);

/// The value of a label that announces a place; empty if it is none ("https://…", a time).
[[nodiscard]] std::string_view place_of_label(std::string_view value, const Context& context);

}  // namespace protokoll

/// How a list counts.
#pragma once

#include <gumbo.h>

#include <cstdint>

namespace protokoll::html {

struct ListState {
  bool ordered = false;
  std::int32_t next = 1;
  std::int32_t step = 1;
  char numerals = '1';  ///< 1 a A i I
  std::int32_t item = -1;       ///< container of its last item
  std::int32_t continued = -1;  ///< container of the list that its items belong to, if not its own
};

/// Of <ol> or <ul>: HTML, 4.4.5 (start, reversed, type) and the list's own style.
[[nodiscard]] ListState begin_list(const GumboElement& element);
/// The number of its next <li>, which may say its own ("value").
[[nodiscard]] std::int32_t next_number(ListState& list, const GumboElement& item);

}  // namespace protokoll::html

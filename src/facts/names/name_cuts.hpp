/// A text that lists people, cut where one entry ends and the next begins.
#pragma once

#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

struct NameCut {
  std::string_view text;
  char before = 0;  ///< the mark in front: ',' ';' '\n', 'a' for a word for "and", 'g' for a wide gap; 0 at the begin
};

/// Cut at commas, semicolons, line ends, wide gaps and the words for "and", but not inside brackets.
[[nodiscard]] std::vector<NameCut> cut_names(std::string_view text, const Context& context);

/// "Mia Ott, Ulm\nJo Kern, Ulm\nLee Fox, Bonn"
[[nodiscard]] bool has_entry_on_every_line(std::string_view text);

}  // namespace protokoll

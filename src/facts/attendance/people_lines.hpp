/// Pieces of a document as the lines in which people are listed.
#pragma once

#include <vector>

#include "structure/context.hpp"

namespace protokoll {

struct PeopleLine {
  std::string_view text;
  std::uint32_t block = 0;
  bool first = false;                ///< the first line of its block
  bool heading = false;
  bool bold = false;                 ///< all of it, or underlined
  int level = 0;                     ///< of a heading
  char box = 0;                      ///< of a list with boxes: 'x' if it is ticked, ' ' if not
  bool term = false;                 ///< of a list of terms, what they are stands below
  std::int32_t table = -1, row = -1, cell = -1, item = -1;  ///< containers around
};

/// Lines that the end of the page broke are one; those that the writer ended stay apart.
[[nodiscard]] std::vector<PeopleLine> people_lines(const std::vector<Piece>& pieces, const Context& context);

/// The blanks and tabs that the source has in place of the blank at `at`; empty if there is something else as well.
[[nodiscard]] std::string_view blank_in_source(std::string_view text, std::size_t at, const Context& context);

/// Whether the source shows a wide gap in place of the blank at `at`.
[[nodiscard]] bool is_wide_gap(std::string_view text, std::size_t at, const Context& context);

}  // namespace protokoll

/// A plain text as a flat sequence of what it is made of, shared by reading it and by showing its text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "readers/text/markup.hpp"

namespace protokoll::text {

enum class PartKind : std::uint8_t { open, close, block, line };

struct Part {
  PartKind kind = PartKind::line;
  ContainerKind container = ContainerKind::table;  ///< open
  BlockKind block = BlockKind::paragraph;          ///< block
  int level = 0;                                   ///< block: of a heading
  int index = 0;                                   ///< open: of a row, cell
  bool header = false;                             ///< open: of a cell
  char task = 0;                                   ///< open: of an item
  bool boilerplate = false;                        ///< block
  bool continues = false;                          ///< block: a new line of the paragraph before
  bool apart = false;                              ///< line: text of another cell stands before it
  Span text = {};                                  ///< line: its visible text, markup inside the line included
};

/// Everything visible, in the order of reading; every line belongs to the block before it.
[[nodiscard]] std::vector<Part> find_parts(std::string_view text, Markup markup);

/// Whether `line` is a row of cells between bars, or a border of such.
[[nodiscard]] bool is_bar_row(std::string_view line);
[[nodiscard]] bool is_border(std::string_view line);

}  // namespace protokoll::text

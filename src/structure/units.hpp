/// The lines and paragraphs that may open something: a block, or each line of one whose line ends are the author's.
#pragma once

#include <vector>

#include "structure/context.hpp"

namespace protokoll {

struct Unit {
  std::uint32_t block = 0;
  Range range;
  bool begins_block = true;
};

/// All of the visible blocks that are no navigation, in document order; together they are the blocks' whole text but for the blanks between lines.
/// Broken lines of a paragraph stay together: a line ends its unit if it is short beside the block's others, ends in a colon, or if a number or a bullet begins the next.
[[nodiscard]] std::vector<Unit> find_units(const Context& context);

/// Marks that set a heading off in text that no reader of its markup has read: "== Title ==", "~~~~" below it.
struct HeadingMarks {
  std::string_view title;  ///< without them
  int level = 0;           ///< how many stand in front; 0 if there are none
};
[[nodiscard]] HeadingMarks heading_marks(std::string_view text);

/// A line of nothing but punctuation, three or more.
[[nodiscard]] bool is_ruler(std::string_view text);

}  // namespace protokoll

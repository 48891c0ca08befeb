/// Lines of a Markdown text as far as md4c does not tell: where they begin and end, what list markers stand in front.
#pragma once

#include <string_view>
#include <vector>

#include "readers/markdown/parse.hpp"

namespace protokoll::markdown {

/// Finds the line that holds an offset; linear over a whole text if asked for offsets that do not fall.
class LineFinder {
 public:
  explicit LineFinder(std::string_view text) : text_(text) {}

  /// The line around `offset`, without its line end.
  Piece line_around(std::size_t offset);

 private:
  std::string_view text_;
  Piece line_;
};

struct ListMarker {
  Piece place;  ///< "3.", "-"
  bool ordered = false;
};

/// What stands in front of a line's content: quote and list markers.
struct LinePrefix {
  std::vector<ListMarker> markers;
  std::size_t quotes = 0;  ///< how many '>'
  std::size_t end = 0;     ///< where the content begins
};

/// The markers of `line` in front of `before`, an offset in the text.
[[nodiscard]] LinePrefix line_prefix(std::string_view text, Piece line, std::size_t before);

/// Whether a line is an attribute list of kramdown, "{: .wide}" or "{:toc}", which that renderer does not show.
[[nodiscard]] bool is_attribute_list(std::string_view line);

/// A single raw HTML tag: its name in lower case, "/b" for a closing one; empty for comments and the like.
[[nodiscard]] std::string tag_name(std::string_view tag);

/// The value of an attribute of a raw HTML tag, entities decoded; empty if it has none.
[[nodiscard]] std::string tag_attribute(std::string_view tag, std::string_view name);

}  // namespace protokoll::markdown

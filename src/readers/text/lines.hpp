/// The lines of a plain text, and what they look like one by one.
#pragma once

#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll::text {

struct Line {
  Span content;          ///< without blanks at its ends; empty for a blank line
  std::size_t indent = 0;  ///< columns, a tab leads to the next multiple of eight
  int page = 1;          ///< form feeds part pages
  bool boilerplate = false;

  [[nodiscard]] bool blank() const { return content.begin == content.end; }
};

/// All lines in order, headers and footers of pages marked.
[[nodiscard]] std::vector<Line> find_lines(std::string_view text);

/// How many bytes at the front of a line are a bullet with its blanks; 0 for none.
[[nodiscard]] std::size_t bullet_size(std::string_view line);
/// How many bytes at the front are a number as of an item ("3.", "3.1", "a)", "IV.") with its blanks; 0 for none.
[[nodiscard]] std::size_t number_size(std::string_view line);
/// A line of one sign again and again, three times or more: the sign, or 0.
[[nodiscard]] char ruler(std::string_view line);
/// Whether it begins with a small letter.
[[nodiscard]] bool begins_small(std::string_view line);
/// Characters, not bytes.
[[nodiscard]] std::size_t width(std::string_view line);

}  // namespace protokoll::text

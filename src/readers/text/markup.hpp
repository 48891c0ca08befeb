/// The markup of light languages, line by line: what shows, in which style, and what a line is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace protokoll::text {

enum class Markup : std::uint8_t { none, wiki, asciidoc, org, rst, log };

/// A heading on a line of its own: its title within the line, its level, 0 for none.
struct LineHeading {
  Span title;
  int level = 0;
  char task = 0;  ///< org: ' ' or 'x' of a headline that is something to do
};
[[nodiscard]] LineHeading heading_of(std::string_view line, std::size_t indent, Markup markup);

/// Whether a line shows nothing: a comment, a directive, a setting.
[[nodiscard]] bool is_hidden(std::string_view line, Markup markup);

/// The marks in front of an item: how many bytes with the blanks behind them, and how deep it stands; depth 0 for no item.
struct ItemMarks {
  std::size_t size = 0, depth = 0;
};
[[nodiscard]] ItemMarks item_marks(std::string_view line, Markup markup);

/// Where the stamp of a log begins that ends a line, "  (ann, 17:05:00)": who said it when; the line's size if there is none.
[[nodiscard]] std::size_t stamp_of(std::string_view line);

/// A stretch of a line that shows.
struct Shown {
  Span text;
  std::uint8_t style = plain;
  Span target = {};     ///< of a link
  bool breaks = false;  ///< a line break stands before it
};
[[nodiscard]] std::vector<Shown> shown_of(std::string_view line, Markup markup);

}  // namespace protokoll::text

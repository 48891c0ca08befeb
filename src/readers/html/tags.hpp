/// What the elements of HTML are for parsing and for showing; the one table that all of the HTML reader looks up.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>

namespace protokoll::html {

/// Bits that tell what an element is (HTML Living Standard, sections 13.1.2, 13.2.4 and 15).
enum Trait : std::uint16_t {
  void_element = 1,  ///< has no content and no end tag
  block = 2,         ///< begins and ends a line of its own
  hidden = 4,        ///< its content is not shown
  raw_text = 8,      ///< no tags in its content
  formatting = 16,   ///< reopened by the tree builder when misnested
  special = 32,      ///< an end tag of an ordinary element does not reach across it
  scope = 64,        ///< no end tag but those of tables reaches across it
  marker = 128,      ///< formatting elements before it are not reopened inside
  closes_p = 256,    ///< its start tag ends an open paragraph
  table_part = 512,  ///< stands in a table only
};

[[nodiscard]] std::uint16_t traits(GumboTag tag);

[[nodiscard]] GumboTag tag_of(std::string_view name);

/// What a style attribute says; 0 where it is silent, else 1 (on) or -1 (off).
struct Css {
  bool hidden = false;
  int bold = 0, italic = 0, underline = 0, strike = 0, raised = 0;
  char numerals = 0;  ///< of a list: 1 a A i I
};

[[nodiscard]] Css parse_css(std::string_view style);

/// Whether a class attribute says that the text is struck out: the classes of word processors, of pandoc and of style sheets in wide use.
[[nodiscard]] bool names_strike(std::string_view classes);
/// Whether it says that the text is the mark of a note.
[[nodiscard]] bool names_note(std::string_view classes);

[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);

}  // namespace protokoll::html

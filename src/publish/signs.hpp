/// A document's source as those read it whom nothing escapes: every character that a browser, a mail program or a search engine would
/// understand, whether it is shown or stands in an attribute, with character references and percent escapes decoded, each with its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"
#include "publish/markup.hpp"

namespace protokoll::publishing {

/// One character, or a tag between characters.
struct Sign {
  /// `code` of what is no character: a tag within a line, one that ends a line or a cell, the border between two values.
  static constexpr char32_t inline_tag = 1, block_tag = 2, border = 3;

  char32_t code;
  std::uint32_t begin, end;  ///< in the source text

  [[nodiscard]] bool is_character() const { return code > border; }
};

/// What of a document can be read in a row. Names are looked for in either by itself.
struct Signs {
  std::vector<Sign> shown;   ///< between the tags
  std::vector<Sign> inside;  ///< values of attributes, other markup; a border between two
};

[[nodiscard]] Signs read_signs(const Markup& markup);

/// The characters from sign `begin` to `end` as UTF-8; tags are left out, or a blank where they end a line.
[[nodiscard]] std::string text_of(const std::vector<Sign>& signs, std::size_t begin, std::size_t end);

/// The places of the characters of signs, tags between them left out: what to cut so that the markup stays whole.
[[nodiscard]] std::vector<Span> pieces(const std::vector<Sign>& signs, std::size_t begin, std::size_t end);

}  // namespace protokoll::publishing

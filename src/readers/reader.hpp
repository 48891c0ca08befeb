/// What a dialect offers. One file per reader: `src/readers/NAME.cpp` defines `extern const Reader reader_NAME`;
/// CMake finds it, no list is kept. Helper files of a reader live in a folder `src/readers/NAME/`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/builder.hpp"

namespace protokoll {

/// A stretch of the source whose text is struck out, or raised as the mark of a note may be.
struct MarkedPlace {
  Span place;
  bool struck = true;
};

struct Reader {
  std::string_view name;
  std::string_view summary;
  /// How sure the reader is that `text` (the whole document) is in its dialect: 0 not at all, 100 certain. Linear time.
  int (*sniff)(std::string_view text);
  /// Reads source text [range.begin, range.end) into the builder. Never fails on content, never throws but bad_alloc.
  void (*read)(Span range, DocumentBuilder& builder);
  /// The visible text of the same range, by the shortest road that the markup library offers and independently of the
  /// builder: entities decoded, white space free. The measure of promise 1.
  std::string (*visible)(std::string_view text);
  /// Extensions that files in this dialect have, in lower case, without dot, with spaces between: what a walk over a folder takes.
  std::string_view extensions = {};
  /// Where the text stands that the markup strikes out or raises, in order, found independently of the builder; null for a dialect that has no such markup.
  std::vector<MarkedPlace> (*marked)(std::string_view text) = nullptr;
};

}  // namespace protokoll

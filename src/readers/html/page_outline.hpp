/// The outline that pdftohtml prints behind the pages: their headings as the author of the document marked them.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string>
#include <vector>

#include "readers/html/page_lines.hpp"

namespace protokoll::html {

struct OutlineEntry {
  std::string text;  ///< without blanks
  int level = 1;     ///< 1..6
  int page = 0;      ///< on which the heading stands
};

[[nodiscard]] std::vector<OutlineEntry> find_outline(const GumboNode& document);

/// For each line the number of the entry that it shows, wholly or in part, from 1 on; 0 for none. Empty if most entries are not found.
/// Lines that look like the text are passed over, `body` is their look_key(), as long as others show the entries.
[[nodiscard]] std::vector<std::size_t> match_outline(const std::vector<OutlineEntry>& outline, const std::vector<PageLine>& lines, int body);

/// The same number for lines of the same look and weight.
[[nodiscard]] int look_key(const PageLine& line);

}  // namespace protokoll::html

/// The visual lines of pages whose text is placed line by line, as pdftohtml writes them.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

namespace protokoll::html {

/// A line as the page shows it; lengths in pixels.
struct PageLine {
  const GumboNode* start = nullptr;  ///< the placed element, or the <br> in it, with which the line begins
  const GumboNode* element = nullptr;  ///< the placed element
  int page = 0;
  int page_height = 0;  ///< 0: unknown
  int top = 0, left = 0;
  int size = 16;    ///< of the font
  int look = 0;     ///< the same number for the same size, colour and font
  int face = 0;     ///< the same number for the same colour and family, whatever its size and cut
  int height = 0;   ///< from one line to the next in the same element; 0: unknown
  std::string text = {};  ///< trimmed
  int characters = 0;
  bool all_bold = true;
  bool all_link = true;
  bool estimated = false;   ///< `top` is counted from the first line of the element, not given
  bool ends_blank = false;  ///< a blank stands at its end
};

/// Whether `markup` has text placed line by line.
[[nodiscard]] bool has_placed_lines(std::string_view markup);

/// The lines with text, in document order.
[[nodiscard]] std::vector<PageLine> find_page_lines(const GumboNode& document);

}  // namespace protokoll::html

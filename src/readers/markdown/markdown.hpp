/// Markdown by md4c, for the reader `markdown` and for the text around the rows of `tabbed`. The only place that includes md4c.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/builder.hpp"
#include "readers/reader.hpp"

namespace protokoll {

/// Reads source text [range.begin, range.end) into the builder; embedded HTML goes to read_html.
void read_markdown(Span range, DocumentBuilder& builder);

/// Appends the visible text of `markup` to `out`, independently of read_markdown.
void visible_markdown(std::string_view markup, std::string& out);

/// Where text of `markup` is struck out or raised, independently of read_markdown.
[[nodiscard]] std::vector<MarkedPlace> marked_markdown(std::string_view markup);

}  // namespace protokoll

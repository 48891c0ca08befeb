/// HTML by gumbo, for the reader `html` and for the HTML inside other dialects. The only place that includes gumbo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/builder.hpp"
#include "readers/reader.hpp"

namespace protokoll {

/// Reads source text [range.begin, range.end), a fragment (as if inside <body>) or a whole page, into the builder.
/// Leaves the builder's containers as it found them.
void read_html(Span range, DocumentBuilder& builder);

/// Appends the visible text of `markup` to `out`, independently of read_html.
void visible_html(std::string_view markup, std::string& out);

/// Adds where text of `markup`, which begins at `offset` of the source, is struck out or raised, independently of read_html.
void marked_html(std::string_view markup, std::size_t offset, std::vector<MarkedPlace>& places);

/// The character that an entity ("&auml;", "&#228;") stands for, as UTF-8; empty if it is none.
[[nodiscard]] std::string decode_entity(std::string_view entity);

}  // namespace protokoll

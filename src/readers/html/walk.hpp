/// From gumbo's tree to the builder's events.
#pragma once

#include <string_view>

#include "document/builder.hpp"
#include "readers/html/tree.hpp"

namespace protokoll::html {

/// Walks the document node of source text `range`, whatever its depth, and tells the builder what a browser would show.
void walk(const GumboNode& document, Span range, DocumentBuilder& builder);

}  // namespace protokoll::html

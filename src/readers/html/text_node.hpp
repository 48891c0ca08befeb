/// What one of gumbo's text nodes says.
#pragma once

#include <string>
#include <string_view>

#include "readers/html/align.hpp"
#include "readers/html/tree.hpp"

namespace protokoll::html {

/// How the source spells the node's text.
[[nodiscard]] TextMode mode_of(const GumboNode& text);

/// The node's decoded text; `own` may come to hold it.
[[nodiscard]] std::string_view text_of(const GumboNode& text, std::string& own);

}  // namespace protokoll::html

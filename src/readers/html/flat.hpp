/// Markup that must not go to gumbo, read as a flat sequence of blocks.
#pragma once

#include <string>
#include <string_view>

#include "document/builder.hpp"

namespace protokoll::html {

/// Reads source text `range` in linear time: elements that are blocks and <br> break lines, all other tags count for nothing.
void read_flat(Span range, DocumentBuilder& builder);

/// The visible text by the same rule.
void visible_flat(std::string_view markup, std::string& out);

}  // namespace protokoll::html

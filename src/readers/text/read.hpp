/// Reading and showing a plain text, for the reader `text` and those of light markup.
#pragma once

#include <string>
#include <string_view>

#include "document/builder.hpp"
#include "readers/text/markup.hpp"

namespace protokoll::text {

void read_text(Span range, Markup markup, DocumentBuilder& builder);

[[nodiscard]] std::string visible_text(std::string_view text, Markup markup);

/// How many lines hold what only a markup has.
[[nodiscard]] int count_signs(std::string_view text, Markup markup);

}  // namespace protokoll::text

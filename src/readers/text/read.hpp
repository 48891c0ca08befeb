/// Reading and showing a plain text, for the reader `text` and those of light markup.
#pragma once

#include <string>
#include <string_view>

#include "document/builder.hpp"
#include "readers/reader.hpp"
#include "readers/text/markup.hpp"

namespace protokoll::text {

void read_text(Span range, Markup markup, DocumentBuilder& builder);

[[nodiscard]] std::string visible_text(std::string_view text, Markup markup);

/// How many lines hold what only a markup has.
[[nodiscard]] int count_signs(std::string_view text, Markup markup);

/// The reader of a light markup: sure where two lines hold what only that markup has.
template <Markup markup>
constexpr Reader light_reader(std::string_view name, std::string_view summary, std::string_view extensions) {
  return {name, summary,
          [](std::string_view text) {
            constexpr int fewest = 2, clear = 80;
            return count_signs(text, markup) >= fewest ? clear : 0;
          },
          [](Span range, DocumentBuilder& builder) { read_text(range, markup, builder); },
          [](std::string_view text) { return visible_text(text, markup); }, extensions};
}

}  // namespace protokoll::text

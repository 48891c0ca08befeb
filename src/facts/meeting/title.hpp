/// The document's own title.
#pragma once

#include <cstdint>
#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

/// The block that the title begins in: of the first ones that which looks most like one; -1 if there is none.
[[nodiscard]] std::int32_t title_block(const Context& context);

/// The title's text: the block's line that says what it is, or the whole block with the lines that continue it.
[[nodiscard]] std::string_view title_text(std::int32_t block, const Context& context);

/// Sets title, series, number and organisation of the meeting; the front matter's title serves where no line is one. Returns the title.
std::string_view read_title(Context& context);

}  // namespace protokoll

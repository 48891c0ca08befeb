/// Names and words compared as people would.
#pragma once

#include <string>
#include <string_view>

namespace protokoll {

/// Small letters without accents: "Ehnés" and "EHNES" are the same.
[[nodiscard]] std::string without_marks(std::string_view text);

/// Only letters and digits of `without_marks`: "BG RCI" and "BGRCI" are the same.
[[nodiscard]] std::string only_letters(std::string_view text);

/// What stands behind the last space.
[[nodiscard]] std::string_view last_name(std::string_view name);
/// What stands before it; empty if there is none.
[[nodiscard]] std::string_view first_name(std::string_view name);

}  // namespace protokoll

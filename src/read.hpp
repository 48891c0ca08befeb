/// Which reader a document goes to.
#pragma once

#include <string_view>

#include "readers/reader.hpp"

namespace protokoll {

/// Throws std::invalid_argument if no reader has the name `dialect`.
[[nodiscard]] const Reader& choose_reader(std::string_view text, std::string_view dialect);

}  // namespace protokoll

/// A time of day in front of a title.
#pragma once

#include <string_view>

#include "languages/language.hpp"

namespace protokoll {

/// "19:00 Welcome", "19.15–19.30 Uhr: Roof": the time with what sets it off; empty if there is none.
[[nodiscard]] std::string_view clock_in_front(std::string_view text, const Language& language);

}  // namespace protokoll

/// What stands in front of a name: offices, forms of address, titles, codes.
#pragma once

#include <string_view>

#include "facts/names/name_entry.hpp"

namespace protokoll {

/// Where the office at the begin of the tokens ends; 0 if there is none.
[[nodiscard]] std::size_t office_end(Tokens tokens, const Context& context);

}  // namespace protokoll

/// Cutting UTF-8 between its characters (RFC 3629).
#pragma once

#include <string_view>

namespace protokoll {

/// The begin of valid UTF-8, at most `most` bytes long: no character is cut.
[[nodiscard]] std::string_view begin_of(std::string_view text, std::size_t most);

}  // namespace protokoll

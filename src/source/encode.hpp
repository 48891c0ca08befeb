/// UTF-8 in another encoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace protokoll {

/// The text as a document in an encoding (IANA name) spells it; nothing if the encoding has no such characters.
[[nodiscard]] std::optional<std::string> encode(std::string_view text, std::string_view encoding);

}  // namespace protokoll

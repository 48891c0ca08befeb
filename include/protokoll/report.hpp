/// Findings as text for people, harmless to a terminal whatever the document holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll {

/// `text` with control characters, bidirectional overrides and bytes that are no UTF-8 spelled out ("\x1b", "\u202e").
[[nodiscard]] std::string escaped(std::string_view text);

/// The findings as compilers print them, in document order: "name:line:column: severity: message [id]", the source line and
/// a caret under the place. `bytes` is the document as it lies on disk. Colours are those of ANSI terminals.
[[nodiscard]] std::string report(std::string_view name, std::string_view bytes, const std::vector<Diagnostic>& diagnostics, bool colored = false);

}  // namespace protokoll

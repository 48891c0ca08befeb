/// Whether a document is HTML.
#pragma once

#include <string_view>

namespace protokoll::html {

/// 90 for a page, 60 to 85 for a fragment that consists of elements, else 0. Linear time; judges the first 64 KB.
[[nodiscard]] int sniff(std::string_view text);

}  // namespace protokoll::html

/// Which reader a document goes to, and what minutes were read from.
#pragma once

#include <functional>
#include <string_view>

#include "document/document.hpp"
#include "languages/language.hpp"
#include "protokoll/protokoll.hpp"
#include "readers/reader.hpp"
#include "source/source.hpp"

namespace protokoll {

/// Throws std::invalid_argument if no reader has the name `dialect`.
[[nodiscard]] const Reader& choose_reader(std::string_view text, std::string_view dialect);

/// Sees what a document's minutes were read from, while it is there.
using Look = std::function<void(const Document& document, const Source& source, const Language& language, Minutes& minutes)>;

/// As read() without it; `look` may be empty.
[[nodiscard]] Minutes read(std::string_view bytes, const ReadOptions& options, const Look& look);

}  // namespace protokoll

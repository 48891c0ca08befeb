/// Text as Markdown that shows the same text (CommonMark with GitHub's extensions).
#pragma once

#include <string>
#include <string_view>

#include "protokoll/model.hpp"

namespace protokoll::markdown {

/// `text` inside a line: everything that could be markup gets a backslash. Line ends and tabs become spaces.
[[nodiscard]] std::string inline_text(std::string_view text);

/// An aside behind `before` (escaped) and in front of `behind` (not yet): struck out, or raised.
[[nodiscard]] std::string aside_text(const Aside& aside, std::string_view before, std::string_view behind);

/// A backslash in front of what would close a heading; `escaped` comes from inline_text.
[[nodiscard]] std::string guard_heading(std::string escaped);

/// A backslash in front of what would begin a list, heading, quote or underline; `escaped` comes from inline_text.
[[nodiscard]] std::string guard_line_start(std::string escaped);

/// Whether a click on a link to this address would run or show what the document brings along, instead of leading somewhere.
[[nodiscard]] bool is_active(std::string_view href);

/// An address inside ( ) of a link.
[[nodiscard]] std::string address(std::string_view href);

}  // namespace protokoll::markdown

/// The page that shows a register, with {{language}}, {{title}} and {{data}} to be filled in.
#pragma once

#include <string_view>

namespace protokoll::registers {

/// src/register/page.html.
[[nodiscard]] std::string_view page_template();

}  // namespace protokoll::registers

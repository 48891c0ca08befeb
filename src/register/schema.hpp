/// The tables, views and full-text indices of a register, as SQL with comments for people.
#pragma once

#include <string_view>

namespace protokoll::registers {

/// src/register/schema.sql; user_version is the register's, too.
[[nodiscard]] std::string_view schema();

}  // namespace protokoll::registers

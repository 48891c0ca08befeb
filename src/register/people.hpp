/// Who is the same human being in several meetings.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "register/database.hpp"

namespace protokoll::registers {

/// Full names by other names of the same people, as comparable() gives them.
using Aliases = std::map<std::string, std::string, std::less<>>;

/// Lines "A. Icks = Annette Icks"; empty ones and those behind # say nothing. Throws std::invalid_argument with number and fault of a line.
[[nodiscard]] Aliases parse_aliases(std::string_view text);

/// Fills the tables `human` and `same_person` anew: people are joined only where no other of the body could be meant.
void join_people(Database& database, const Aliases& aliases);

}  // namespace protokoll::registers

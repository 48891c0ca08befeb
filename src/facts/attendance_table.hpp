/// Attendance as a table: "Name | Office | present".
#pragma once

#include <set>
#include <vector>

#include "analysis/context.hpp"

namespace protokoll {

/// Reads every attendance table among the pieces into the meeting; returns those tables (containers).
[[nodiscard]] std::set<std::int32_t> read_attendance_tables(const std::vector<Piece>& pieces, Context& context);

}  // namespace protokoll

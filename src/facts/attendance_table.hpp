/// Attendance as a table: "Name | Office | present", "Present | Apologies | Absent", groups with their names beside.
#pragma once

#include "analysis/table_cells.hpp"
#include "facts/attendance_reader.hpp"
#include "facts/presence_marks.hpp"

namespace protokoll {

/// Reads a table if it is one of attendance; false if it is none.
[[nodiscard]] bool read_attendance_table(const TableCells& rows, PresenceMarks marks, AttendanceReader& reader, Context& context);

}  // namespace protokoll

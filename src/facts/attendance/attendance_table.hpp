/// Attendance as a table: "Name | Office | present", "Present | Apologies | Absent", groups with their names beside.
#pragma once

#include "facts/attendance/attendance_reader.hpp"
#include "facts/attendance/presence_marks.hpp"
#include "structure/table_cells.hpp"

namespace protokoll {

/// What is known of a table's first row.
enum class TableHeader : std::uint8_t {
  unknown,
  marked,   ///< the markup says that it is a header
  aligned,  ///< no markup at all: only marks make it a table of attendance
};

/// Reads a table if it is one of attendance; false if it is none.
[[nodiscard]] bool read_attendance_table(const TableCells& rows, TableHeader header, PresenceMarks marks, AttendanceReader& reader, Context& context);

}  // namespace protokoll

/// Sentences that say who was there: "Mia Ott and Jo Kern were present; Lee Fox sent apologies."
#pragma once

#include <string_view>
#include <vector>

#include "facts/attendance/people_label.hpp"
#include "facts/names/name_list.hpp"

namespace protokoll {

struct AttendanceStatement {
  Standing standing;
  std::vector<NameEntry> people;
};

struct AttendanceStatements {
  std::vector<AttendanceStatement> read;
  std::vector<std::string_view> unread;  ///< sentences that speak of a standing too, but say it in another way
};

/// "Ms Ott welcomes those present": what somebody did, which does not say who was there.
[[nodiscard]] bool tells_of_deeds(Tokens tokens);

/// What each clause says of the whole names beside its word for a standing; nothing if one has no such word, since the
/// text is no enumeration then.
[[nodiscard]] AttendanceStatements attendance_statements(std::string_view text, const Context& context);

}  // namespace protokoll

/// What a meeting states of itself, of the next ones, and what is attached to its minutes.
#pragma once

#include "diff/values.hpp"

namespace protokoll::differences {

/// Title, body, date, hours and place.
void compare_meeting(const Meeting& before, const Meeting& after, const Report& report);
/// By date, then in their order.
void compare_next(const std::vector<NextMeeting>& before, const std::vector<NextMeeting>& after, const Report& report);
/// By label, then by description.
void compare_attachments(const std::vector<Attachment>& before, const std::vector<Attachment>& after, const Report& report);

}  // namespace protokoll::differences

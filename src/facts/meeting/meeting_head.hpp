/// Title, date, times and place as the head of the minutes gives them.
#pragma once

#include "facts/meeting/meeting_choice.hpp"

namespace protokoll {

void read_meeting_head(const ProtocolTable& table, MeetingChoice& choice, Context& context);

}  // namespace protokoll

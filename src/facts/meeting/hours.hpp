/// When the meeting was opened and closed, as sentences anywhere say it.
#pragma once

#include "facts/meeting/meeting_choice.hpp"

namespace protokoll {

void read_hours(const ProtocolTable& table, MeetingChoice& choice, Context& context);

}  // namespace protokoll

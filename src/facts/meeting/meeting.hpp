/// What the whole document says of its meeting: title, date, times, place, the meetings to come.
#pragma once

#include "structure/context.hpp"

namespace protokoll {

void read_meeting(const ProtocolTable& table, Context& context);

}  // namespace protokoll

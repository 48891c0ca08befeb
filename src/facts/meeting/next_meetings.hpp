/// Announced next meetings of the same body.
#pragma once

#include "facts/meeting/day_order.hpp"

namespace protokoll {

void read_next_meetings(const ProtocolTable& table, SettledDates& dates, Context& context);

}  // namespace protokoll

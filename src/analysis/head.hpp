/// The meeting's head: title, series, organisation, date, times, place.
#pragma once

#include "analysis/context.hpp"

namespace protokoll {

void read_head(const ProtocolTable& table, Context& context);

}  // namespace protokoll

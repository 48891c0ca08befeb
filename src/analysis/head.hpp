/// The meeting's head: title, series, organisation, date, times, place.
#pragma once

#include "analysis/context.hpp"

namespace protokoll {

void read_head(const ProtocolTable& table, Context& context);

/// Reads labels at the end of the minutes ("Ende: 21:00 Uhr") for what the head left open.
void read_closing(const std::vector<Piece>& pieces, Context& context);

/// What sentences anywhere say of the meeting itself: when and where it began, when it closed.
void read_meeting_sentence(std::string_view sentence, Context& context);

}  // namespace protokoll

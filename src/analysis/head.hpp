/// The meeting's head: title, series, organisation, date, times, place, chair, secretary, attendance.
#pragma once

#include "analysis/context.hpp"

namespace protokoll {

void read_head(const ProtocolTable& table, Context& context);

/// Reads the body of an item that is a part of the head by its title ("2.1 Members present").
void read_part(std::string_view title, const std::vector<Piece>& body, Context& context);

/// Reads labels at the end of the minutes ("Ende: 21:00 Uhr", "Protokoll: Mia Ott") for what the head left open.
void read_closing(const std::vector<Piece>& pieces, Context& context);

/// What sentences anywhere say of the meeting itself: who opened it when, who took the minutes, when it closed.
void read_meeting_sentence(std::string_view sentence, Context& context);

}  // namespace protokoll

/// Who attended the meeting, led it and took its minutes.
#pragma once

#include "structure/context.hpp"

namespace protokoll {

/// Reads the people of the head.
void read_attendance(const ProtocolTable& table, Context& context);

/// Reads the people of an item that is a part of the head by its title ("2.1 Members present", "1. Present: Mia Ott, Jo Kern").
void read_attendance_item(std::string_view title, const Row& row, Context& context);

/// Reads labels and signatures at the end of the minutes ("Protokoll: Mia Ott") for what the head left open; `title` is that of the item they end, or empty.
void read_closing_people(const std::vector<Piece>& pieces, std::string_view title, Context& context);

/// What a sentence anywhere says of who led the meeting, took its minutes or attended it.
void read_people_sentence(std::string_view sentence, Context& context);

}  // namespace protokoll

/// What a title says of the meeting: its number, its kind, whose it is.
#pragma once

#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

/// "25. Plenum der Beispielgruppe am 3. Mai": number 25, series "Plenum", organisation "Beispielgruppe".
void read_meeting_name(std::string_view title, Context& context);

}  // namespace protokoll

/// Who led the meeting and took its minutes, by labels and signatures at its end.
#pragma once

#include <vector>

#include "facts/attendance/people_lines.hpp"

namespace protokoll {

/// For what the head left open: "Protokoll: Mia Ott", "Mia Ott, Schriftführerin", an office above or below a name.
void read_signatures(const std::vector<PeopleLine>& lines, Context& context);

}  // namespace protokoll

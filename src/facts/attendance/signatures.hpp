/// Who led the meeting and took its minutes, by labels and signatures at its end.
#pragma once

#include <vector>

#include "facts/attendance/people_lines.hpp"

namespace protokoll {

/// For what the head left open: "Protokoll: Mia Ott", "Mia Ott, Schriftführerin", an office above or below a name; `title` is that of the item they end, or empty.
void read_signatures(std::vector<PeopleLine> lines, std::string_view title, Context& context);

}  // namespace protokoll

/// Announced next meetings of the same body.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/context.hpp"

namespace protokoll {

/// Adds the meetings that a sentence announces with a date.
void find_next_meetings(std::string_view sentence, const Context& context, std::vector<NextMeeting>& next);

}  // namespace protokoll

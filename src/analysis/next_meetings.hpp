/// Announced next meetings of the same body.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/context.hpp"

namespace protokoll {

/// What says that a date is that of a next meeting: the sentence itself, or the title that it stands under.
enum class Announced { by_words, by_title };

/// Adds the meetings that a sentence announces with a date.
void find_next_meetings(std::string_view sentence, Announced announced, const Context& context, std::vector<NextMeeting>& next);

}  // namespace protokoll

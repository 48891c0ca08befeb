/// A decision out of the words that state it.
#pragma once

#include <string_view>
#include <vector>

#include "facts/decisions/passages.hpp"

namespace protokoll {

/// What kind of decision a unit's words tell of; `title` is the item's, which may say that it was an election.
[[nodiscard]] DecisionKind decision_kind(const Passage& unit, std::string_view title, const Context& context);

/// The decision of a text, with its level and attachments.
[[nodiscard]] Decision make_decision(std::string_view text, DecisionKind kind, By by, Context& context);

/// Drops a remark that says what a labelled decision of the same item says: "minutes approved" beside "Resolution 1: minutes of 3 May approved".
void drop_repeated(std::vector<Decision>& decisions);

}  // namespace protokoll

/// Walking over minutes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protokoll/model.hpp"

namespace protokoll {

/// Every item, nested ones behind their parents.
[[nodiscard]] std::vector<const AgendaItem*> all_items(const Minutes& minutes);

/// The agenda and every list of nested items.
[[nodiscard]] std::vector<const std::vector<AgendaItem>*> item_lists(const Minutes& minutes);

/// Decisions, tasks and votes, of items and outside of them; votes with those bound to decisions.
[[nodiscard]] std::vector<const Decision*> all_decisions(const Minutes& minutes);
[[nodiscard]] std::vector<const Action*> all_actions(const Minutes& minutes);
[[nodiscard]] std::vector<const Vote*> all_votes(const Minutes& minutes);

/// The text cut short for a message, in quotation marks.
[[nodiscard]] std::string quoted(std::string_view text);

/// The place in front of which something is missing that the whole document lacks.
[[nodiscard]] inline Span top(const Minutes& minutes) {
  return minutes.meeting.title ? minutes.meeting.title.span : minutes.tiles.empty() ? Span{} : minutes.tiles.front().span;
}

}  // namespace protokoll

/// Single decisions: under a label, in a sentence, as a carried motion.
#pragma once

#include <optional>

#include "analysis/sections.hpp"

namespace protokoll {

/// Whether a section under this label's key holds decisions.
[[nodiscard]] bool decides(std::string_view key);

/// Adds the decisions that stand under a label of `section`; returns how many of its pieces they took.
std::size_t labelled_decisions(const SectionDraft& section, Context& context, std::vector<Decision>& decisions);

/// The decision that a sentence states, with its own vote if there is one in it.
[[nodiscard]] Decision phrase_decision(std::string_view text, const PatternMatch& match, const std::optional<Vote>& vote, Context& context);

/// A motion that was carried or lost; `title` is the item's, which may say that it was an election.
[[nodiscard]] Decision motion_decision(std::string_view text, By by, std::string_view title, Context& context);

}  // namespace protokoll

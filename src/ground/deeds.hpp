/// What an answer calls a decision or an item, and what became of it, against the words that say so.
#pragma once

#include <string_view>

#include "ground/scene.hpp"
#include "ground/verdict.hpp"
#include "ground/votes.hpp"

namespace protokoll::grounds {

/// "decision", "noted", "election" … of the words at `text` (empty if they stand nowhere); `read` is the tool's decision there, or nullptr.
[[nodiscard]] Verdict ground_kind(std::string_view kind, Stretch text, const Decision* read, const Scene& scene);

/// Whether words may stand as a decision: the tool read one there or it was voted on, or at least nobody only proposes, asks or notes it there.
[[nodiscard]] bool stands_as_decision(Stretch text, const Decision* read, const SeenVote* vote, const Scene& scene);

/// What came of the decision at `text`, whose vote is `vote` (or nullptr).
[[nodiscard]] Verdict ground_outcome(std::string_view outcome, Stretch text, const Decision* read, const SeenVote* vote, VoteGrounder& votes, Stretch within);

/// "treated", "deferred" or "withdrawn" of an item.
[[nodiscard]] Verdict ground_status(std::string_view status, const ReadItem* read, Stretch extent, const Scene& scene);

/// Whether the item is called public.
[[nodiscard]] Verdict ground_public(bool given, const ReadItem* read, const Scene& scene);

/// A word of the enum from `first` to `last`; nothing if there is none of that name.
template <class Enum>
[[nodiscard]] std::optional<Enum> named(std::string_view name, Enum first, Enum last) {
  for (auto value = static_cast<int>(first); value <= static_cast<int>(last); ++value)
    if (to_string(static_cast<Enum>(value)) == name) return static_cast<Enum>(value);
  return std::nullopt;
}

}  // namespace protokoll::grounds

/// Counts to their sides: "14 Ja, 2 Nein", "For: 5 Against: 0", "15 to 10", "14:0:1".
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "facts/votes/vote_parts.hpp"

namespace protokoll {

/// The counts that a text's parts give to the sides.
struct Ballot {
  std::array<std::optional<int>, 4> counts;  ///< by Side
  std::vector<std::size_t> used;             ///< the parts that they were read from
  bool against = false;  ///< "15 votes against 10": one word between both counts
  bool all_for = false;  ///< those who voted are named, and all of them were for it
  bool firm = false;  ///< words or signs that mean nothing but votes are among them

  [[nodiscard]] bool has(Side side) const { return counts[static_cast<std::size_t>(side)].has_value(); }
  /// Whether more than a mark stands between a part and the nearest that a count was read from, or nothing: "unanimous, 5 for, 1 against"
  /// contradicts itself, "with one against unanimous", "unanimous but for one against" and "5 to 1, the second unanimous" do not.
  [[nodiscard]] bool is_set_apart(const std::vector<Part>& parts, std::size_t at) const;
  [[nodiscard]] int sides() const { return static_cast<int>(has(Side::yes)) + static_cast<int>(has(Side::no)) + static_cast<int>(has(Side::abstain)); }
};

/// `told`: other words of the text, or its place, say that it tells a vote.
[[nodiscard]] Ballot count_ballot(const std::vector<Part>& parts, bool told);

}  // namespace protokoll

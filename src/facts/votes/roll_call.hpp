/// Votes by name: "Leek aye, Wye aye, Ott nay".
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "facts/votes/vote_parts.hpp"

namespace protokoll {

/// How many of those who voted are named for each side, and the side's last word.
struct RollCall {
  std::array<int, 4> named{};         ///< by Side
  std::array<std::size_t, 4> last{};  ///< places among the parts
  bool listed = false;                ///< "Ayes: Leek, Wye": those of another side may be listed elsewhere
};

/// `told`: other words of the text, or its place, say that it tells a vote; else it must hold nothing but names and sides.
[[nodiscard]] std::optional<RollCall> roll_call(const std::vector<Part>& parts, bool told);

}  // namespace protokoll

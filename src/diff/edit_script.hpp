/// The shortest way from one sequence to another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "protokoll/diff.hpp"

namespace protokoll::differences {

/// Elements in a row that stay, go or come: [old_begin, old_end) of the one sequence, [new_begin, new_end) of the other.
struct EditRun {
  WordChange change;
  std::size_t old_begin, old_end, new_begin, new_end;
};

/// How many elements may go and come before the rest is one replacement.
inline constexpr std::size_t most_edits = 1000;

/// A minimal edit script (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1, 1986; the greedy one), with what goes in front of
/// what comes. Beyond `most_edits` all between the common begin and end is replaced, so that time is linear in the length, 1000 steps an element at most.
[[nodiscard]] std::vector<EditRun> edit_script(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after);

/// The same of the words of two texts, as shown: words that stay as in the newer text.
[[nodiscard]] std::vector<WordRun> word_diff(std::string_view before, std::string_view after);

}  // namespace protokoll::differences

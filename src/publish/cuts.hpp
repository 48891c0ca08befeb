/// What is taken out of a source text, and what is put in its place.
#pragma once

#include <string>
#include <vector>

#include "protokoll/publish.hpp"

namespace protokoll::publishing {

/// What stands for words that no person's mark can stand for.
inline constexpr std::string_view gap_mark = "(\u2026)", plain_gap_mark = "(...)";

struct Cut {
  RemovalKind kind;
  std::vector<Span> pieces;  ///< in the source text, in order; the mark takes the place of the first
  std::string mark;
  std::string uncertain;
  std::string words;
  std::vector<std::uint32_t> people = {};  ///< of names: who may be meant
  bool in_address = false;                 ///< of names: the mark must have no blank
  bool whole_word = true;                  ///< of names: else a longer word that holds one

  [[nodiscard]] Span span() const { return {pieces.front().begin, pieces.back().end}; }
};

/// The cuts in the order of the text, none over another: where two meet, the one that came first in `cuts` has the place.
[[nodiscard]] std::vector<Cut> without_overlaps(std::vector<Cut> cuts);

/// The pieces with their replacements, in order.
[[nodiscard]] std::vector<Edit> edits_of(const std::vector<Cut>& cuts);

}  // namespace protokoll::publishing

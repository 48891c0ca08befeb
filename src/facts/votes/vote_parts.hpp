/// What a vote is written with: counts, the words beside them, the words that say what came of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

enum class Side : std::uint8_t { yes, no, abstain, invalid };

enum class PartKind : std::uint8_t {
  count,   ///< digits or a number word
  none,    ///< a word that denies what stands beside it
  side,    ///< whose votes
  votes,   ///< the noun for votes
  versus,  ///< between two counts: "9 to 7"
  stroke,  ///< / - : between digits
  mark,    ///< other punctuation
  word,    ///< any other word
};

struct Part {
  PartKind kind = PartKind::word;
  Side side = Side::yes;
  int value = -1;          ///< of a count; of a side that is a phrase with its own denial ("without opposition"): 0
  char mark = 0;
  bool firm = false;       ///< a side's word that means nothing but votes; a count in digits
  bool bare = false;       ///< a count that is printed as it is: no leading zero, nothing of a number around it
  bool denies = false;     ///< a phrase with its own denial: "not carried"
  bool joins = false;      ///< "and"
  bool small_word = false; ///< begins with a small letter
  WordClasses classes;
  Range range;
};

/// The parts of a text in order, without what is struck out.
[[nodiscard]] std::vector<Part> vote_parts(std::string_view text, const Context& context);

}  // namespace protokoll

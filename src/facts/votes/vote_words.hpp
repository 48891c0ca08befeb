/// The noun for votes: where it stands and what it counts.
#pragma once

#include <vector>

#include "facts/votes/vote_parts.hpp"

namespace protokoll {

class VoteWords {
 public:
  /// The parts must outlive it.
  explicit VoteWords(const std::vector<Part>& parts);

  /// Whether the part is the noun for votes; where the word may be a verb as well, behind digits and with an outcome in the text.
  [[nodiscard]] bool stand_at(std::size_t at) const;
  /// Whether the count at `at` is one of votes: "12 votes", "12 of 15 votes".
  [[nodiscard]] bool follow(std::size_t at) const;
  /// Whether the count is that of all who voted: the second of "12 of 15 votes".
  [[nodiscard]] bool is_total(std::size_t at) const;
  /// Whether the count is what it would take: "the majority of 15 votes".
  [[nodiscard]] bool need(std::size_t at) const;
  /// Whether a word for votes stands among the parts from `from` on, in front of `to`.
  [[nodiscard]] bool among(std::size_t from, std::size_t to) const;

 private:
  const std::vector<Part>& parts_;
  bool tells_end_;
};

}  // namespace protokoll

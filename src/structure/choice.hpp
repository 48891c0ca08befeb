/// The blocks chosen as items, for what mends the choice.
#pragma once

#include <algorithm>
#include <vector>

#include "structure/candidates.hpp"
#include "structure/signs.hpp"

namespace protokoll {

/// Candidates with their signs and whether they are chosen, one flag each.
class Choice {
 public:
  Choice(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const Context& context, std::vector<bool>& chosen)
      : candidates_(candidates), signs_(signs), context_(context), chosen_(chosen) {}

 protected:
  [[nodiscard]] const TextBlock& block(std::size_t i) const { return context_.document.blocks[candidates_[i].block]; }
  [[nodiscard]] bool is_heading(std::size_t i) const { return block(i).kind == BlockKind::heading; }
  [[nodiscard]] bool is_numbered(std::size_t i) const { return signs_[i].has(Sign::numbered) || signs_[i].has(Sign::number_rendered) || signs_[i].has(Sign::number_beside); }
  /// "3" of a plain count, as printed or as a list renders it; 0 for other labels.
  [[nodiscard]] int count(std::size_t i) const;
  /// "2 November 2001", which looks like a numbered title.
  [[nodiscard]] bool is_date(std::size_t i) const;

  const std::vector<Candidate>& candidates_;
  const std::vector<Signs>& signs_;
  const Context& context_;
  std::vector<bool>& chosen_;
};

}  // namespace protokoll

/// Families of blocks that look alike: each is an explanation of the document ("these are the agenda's items"), with what speaks for it.
#pragma once

#include <string>
#include <vector>

#include "structure/signs.hpp"
#include "weights/weights.hpp"

namespace protokoll {

struct Family {
  std::string kind;                  ///< "headings 2-3", "numbered paragraphs": for people and for weights
  std::vector<std::size_t> members;  ///< indices into the candidates, ascending, at least one
};

/// A document's candidates with what was found of them.
struct Evidenced {
  const std::vector<Candidate>& candidates;
  const std::vector<Signs>& signs;
  std::vector<double> opens;         ///< each candidate's probability to open an item
  std::vector<std::size_t> lengths;  ///< bytes of all blocks before each candidate, and of all
  std::vector<std::size_t> titles;   ///< the hash of each candidate's title_key()
  double mass = 0;                   ///< sum of `opens`

  Evidenced(const std::vector<Candidate>& all, const std::vector<Signs>& of_each, std::vector<double> probabilities);
};

/// All of them, none twice, none without members; of very many the largest.
[[nodiscard]] std::vector<Family> find_families(const std::vector<Candidate>& candidates, const std::vector<Signs>& signs, const Context& context);

/// What speaks for a family and against it.
[[nodiscard]] Features family_features(const Family& family, const Evidenced& document);

}  // namespace protokoll

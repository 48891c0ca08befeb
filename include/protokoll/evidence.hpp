/// What a reading rests on: for each question that was weighed, the features found and what they counted for.
/// Filled under ReadOptions::explain.
#pragma once

#include <string>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll {

/// One feature of a candidate: its value times its weight is what it added.
struct WeighedFeature {
  std::string name;
  double value = 0, weight = 0;
};

/// One candidate of a question ("opener": does this block open an agenda item?).
struct Evidence {
  std::string question;
  std::string text;          ///< the candidate's words, shortened; of a family its description
  Span span;
  double probability = 0;    ///< 0..1: the logistic function of the sum; of a family its rank's score instead
  bool chosen = false;
  std::vector<int> members;  ///< of a family: the numbers of its blocks
  int block = -1;            ///< number of the block that the candidate is or stands in
  std::vector<WeighedFeature> features;
};

/// As a JSON object on one line: question, text, span, probability, chosen, block, members, features as [name, value, weight].
[[nodiscard]] std::string to_json(const Evidence& evidence);

}  // namespace protokoll

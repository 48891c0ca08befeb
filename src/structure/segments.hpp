/// A text cut at the labels in it: "Datum: 3. Mai Ort: Kassel Beginn: 19 Uhr".
#pragma once

#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

struct Segment {
  const std::vector<std::string>* keys = nullptr;  ///< of the label; nullptr in front of the first label
  std::string_view label;                          ///< as printed, with its colon
  std::string_view value;                          ///< trimmed

  [[nodiscard]] bool is(std::string_view key) const;
};

[[nodiscard]] std::vector<Segment> split_labels(std::string_view text, const Language& language);

}  // namespace protokoll

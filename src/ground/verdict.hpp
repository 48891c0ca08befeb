/// What is found of one value.
#pragma once

#include <optional>
#include <string>

#include "ground/text_index.hpp"
#include "protokoll/ground.hpp"

namespace protokoll::grounds {

struct Verdict {
  Grounding grounding = Grounding::missing;
  Range place;      ///< in Document::text; empty where nothing stands there
  Range elsewhere;  ///< where it would have to stand
  std::string note;

  [[nodiscard]] bool stands() const { return holds(grounding); }
};

}  // namespace protokoll::grounds

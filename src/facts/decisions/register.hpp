/// The register of an item: decisions with their votes, and tasks, in the order in which the body states them.
#pragma once

#include <vector>

#include "structure/sections.hpp"

namespace protokoll {

struct Register {
  std::vector<Decision> decisions;
  std::vector<Vote> votes;  ///< those bound to no decision
  std::vector<Action> actions;
};

/// Reads the sections of one item (or of what stands outside every item) in order; `title` is a view of the document or empty.
[[nodiscard]] Register read_register(std::vector<SectionDraft> sections, std::string_view title, Context& context);

}  // namespace protokoll

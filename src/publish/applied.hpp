/// A plan carried out.
#pragma once

#include <string>
#include <vector>

#include "publish/plan.hpp"

namespace protokoll::publishing {

struct Applied {
  std::string bytes;
  std::vector<Span> marks;  ///< in `bytes`: what was put in
};

/// The original's bytes with the plan's edits in its encoding; all others as they are.
[[nodiscard]] Applied apply(const Plan& plan);

}  // namespace protokoll::publishing

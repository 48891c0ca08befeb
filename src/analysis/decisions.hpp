/// What the meeting decided: under labels and in prose.
#pragma once

#include "analysis/sections.hpp"

namespace protokoll {

/// Adds the decisions that stand under a label of `section`.
void labelled_decisions(const SectionDraft& section, Context& context, std::vector<Decision>& decisions);

}  // namespace protokoll

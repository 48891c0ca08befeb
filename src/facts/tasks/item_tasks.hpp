/// The tasks of an item, and the decisions of its tables.
#pragma once

#include <string_view>
#include <vector>

#include "structure/sections.hpp"

namespace protokoll {

/// Those of tables, of boxes and under labels take their pieces out of `sections`; other sentences may give some as well.
void read_tasks(std::vector<SectionDraft>& sections, std::string_view title, Context& context, std::vector<Action>& actions, std::vector<Decision>& decisions);

}  // namespace protokoll

/// What no reader of the document sees: comments, scripts, hidden text, tracked changes, and who wrote it.
#pragma once

#include <string>
#include <vector>

#include "publish/cuts.hpp"
#include "publish/markup.hpp"

namespace protokoll::publishing {

struct HiddenParts {
  std::vector<Cut> cuts;
  std::vector<std::string> authors;  ///< names that the metadata give
};

/// Comments and scripts are emptied, hidden elements and tracked deletions too; of metadata the values that name somebody.
/// Hidden are elements by the attribute `hidden`, by their style (display, visibility, Word's mso-hide) or as what they are (template, noscript).
[[nodiscard]] HiddenParts find_hidden(const Markup& markup);

}  // namespace protokoll::publishing

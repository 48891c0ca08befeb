/// The closed part of a meeting.
#pragma once

#include <string>
#include <vector>

#include "languages/language.hpp"
#include "protokoll/model.hpp"
#include "publish/cuts.hpp"
#include "publish/markup.hpp"
#include "source/source.hpp"

namespace protokoll::publishing {

struct ClosedPart {
  std::vector<Cut> cuts;
  std::vector<std::string> titles;  ///< that are to stand nowhere: of closed items, unless a public one has the same
};

/// Everything of the items that the minutes call closed, but their numbers and, if `titles_stay`, titles. What stands between two of them goes as well.
[[nodiscard]] ClosedPart find_closed(const Minutes& minutes, const Source& source, const Markup& markup, const Language& language, bool titles_stay);

}  // namespace protokoll::publishing

/// A title line taken apart: title, subtitle, presenters.
#pragma once

#include <string_view>
#include <vector>

#include "facts/names/names.hpp"

namespace protokoll {

struct TitleParts {
  std::string_view title, subtitle;
  std::vector<NameMatch> presenters;
  std::vector<Person> people;       ///< presenters who stand alone behind the title
  std::string_view presenter_text;  ///< from the first presenter to the end of the line
};

/// Splits a row's title pieces. What is printed bold in front is the title; behind it may stand a subtitle, presenters with
/// affiliations, or both without a separator. Where names are not set off, the document's own mentions settle who is meant.
[[nodiscard]] TitleParts split_title(const std::vector<Piece>& pieces, const Context& context, const NameEvidence& evidence);

}  // namespace protokoll

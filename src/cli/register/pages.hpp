/// The annotated pages that lie in a folder.
#pragma once

#include <string>

#include "register/page.hpp"

namespace protokoll::cli {

/// Of pages that `convert --to html` and `check --format html` wrote, each by the digest of its document, which the page names in its head. Other files
/// are passed over; of several pages of one document the first by path is taken. Throws Unusable if `folder` is none.
[[nodiscard]] registers::AnnotatedPages find_pages(const std::string& folder);

}  // namespace protokoll::cli

/// Which elements hold what every page of a site shows, and no minutes.
#pragma once

#include <gumbo.h>

namespace protokoll::html {

/// True for navigation, page headers and page footers, by element, ARIA role or well-known id.
[[nodiscard]] bool is_boilerplate(const GumboElement& element, const GumboNode& parent);

}  // namespace protokoll::html

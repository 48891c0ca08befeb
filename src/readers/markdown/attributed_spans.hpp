/// Pandoc's spans with attributes: "[Ott]{.smallcaps}" shows "Ott".
#pragma once

#include "readers/markdown/parse.hpp"

namespace protokoll::markdown {

/// Lets md4c take them for links that lead nowhere; what it takes for text stays the text that the source has.
void mask_attributed_spans(Buffer& buffer);

}  // namespace protokoll::markdown

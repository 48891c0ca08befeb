/// Sentences that begin with a number ("09. November 2017", "3. Bericht" above its text) and are lists only to a parser.
#pragma once

#include <string>

#include "readers/markdown/parse.hpp"

namespace protokoll::markdown {

/// Masks, in the copy of the text that md4c works on, the marker of every ordered list of one single item that does not
/// begin with 1, or with which such a list goes on counting, and of an item that goes on counting from such lists
/// where the list it stands in would render another number, so that the number stays in the text: a space becomes a vertical tab, which is white space but no marker.
void mask_lone_lists(Buffer& buffer);

}  // namespace protokoll::markdown

/// Boxes to tick that a converter drew as characters: "☒ Ann Leek" in an item of a list.
#pragma once

#include "document/document.hpp"

namespace protokoll {

/// Makes such items those of a task list; the box becomes boilerplate in front of the item's text.
void part_boxes(Document& document);

}  // namespace protokoll

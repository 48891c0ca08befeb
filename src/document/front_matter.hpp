/// Front matter that a converter took for text and ran together: "--- layout: post title: Minutes ---".
#pragma once

#include "document/document.hpp"

namespace protokoll {

/// Makes metadata of such a paragraph at the front of a document, a block for each key; its fences become boilerplate.
void part_front_matter(Document& document);

}  // namespace protokoll

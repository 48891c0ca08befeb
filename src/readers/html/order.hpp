/// Text that a page shows in another order than its file. What stands in a table but in no cell is shown in front of the table
/// ("foster parenting", HTML Living Standard, section 13.2.6.1), so that neighbours on the page need not be neighbours in the file.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/document.hpp"

namespace protokoll::html {

/// Whether a tag of a table stands in a stretch between two texts of one paragraph.
[[nodiscard]] bool has_table_tag(std::string_view markup);

/// Parts the blocks from `first` on that follow each other in the document but not in the source.
void part_reordered(Document& document, std::size_t first);

}  // namespace protokoll::html

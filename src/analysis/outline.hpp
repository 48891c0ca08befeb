/// Finds the agenda in a document of any dialect.
#pragma once

#include "analysis/context.hpp"

namespace protokoll {

[[nodiscard]] ProtocolTable outline(Context& context);

/// The agenda as a table: rows with a number in the first column, the item in the others; empty if there is no such table.
/// `outside` gets the blocks before, and those behind, the table.
[[nodiscard]] ProtocolTable table_outline(Context& context);

}  // namespace protokoll

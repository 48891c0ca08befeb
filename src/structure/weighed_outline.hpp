/// The document as an agenda: what stands before it, its items with title and body, what stands behind.
#pragma once

#include "structure/context.hpp"
#include "table/protocol_table.hpp"

namespace protokoll {

/// By what explains the document best; no rows if nothing does.
[[nodiscard]] ProtocolTable weighed_outline(const Context& context);

}  // namespace protokoll

#include "analysis/outline.hpp"

namespace protokoll {

ProtocolTable outline(Context& context) {
  auto table = table_outline(context);
  if (!table.rows.empty()) return table;
  for (std::uint32_t i = 0; i < context.document.blocks.size(); ++i)
    if (!context.document.blocks[i].boilerplate) table.head.push_back({i, context.document.blocks[i].range});
  return table;
}

}  // namespace protokoll

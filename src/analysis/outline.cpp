#include "analysis/outline.hpp"

#include <fmt/format.h>

#include "structure/outline.hpp"

namespace protokoll {

bool has_room(ProtocolTable& table, std::string_view place, const Context& context) {
  if (table.rows.size() < max_items) return true;
  if (!table.full) context.report("too-many-items", Severity::warning, fmt::format("more than {} agenda items; what follows is read as text of the last one", max_items), place);
  table.full = true;
  return false;
}

ProtocolTable outline(Context& context) {
  auto table = weighed_outline(context);
  read_agenda_tables(table, context);
  return table;
}

}  // namespace protokoll

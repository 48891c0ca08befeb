/// The document's outline: what stands before its agenda, the items, what stands behind.
#pragma once

#include "structure/context.hpp"
#include "table/protocol_table.hpp"

namespace protokoll {

/// Items of one document; what would open more is text of the last one.
inline constexpr std::size_t max_items = 100'000;

/// Whether another item may begin at `place`; the first that may not is reported ("too-many-items").
[[nodiscard]] bool has_room(ProtocolTable& table, std::string_view place, const Context& context);

[[nodiscard]] ProtocolTable outline(Context& context);

/// Tables that are the agenda are no tables of data; of those with columns for who and by when the rows' tasks go to their items.
void read_agenda_tables(ProtocolTable& outlined, Context& context);

/// Whether a heading's words name a part of the head ("Anwesende", "Tagesordnung").
[[nodiscard]] bool names_part(std::string_view title, const Context& context);

}  // namespace protokoll

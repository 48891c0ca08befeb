#include "analysis/analysis.hpp"

#include "analysis/blocks.hpp"
#include "analysis/context.hpp"
#include "analysis/head.hpp"
#include "analysis/items.hpp"
#include "analysis/outline.hpp"
#include "analysis/people.hpp"
#include "analysis/tiles.hpp"

namespace protokoll {
namespace {

// Rows come in document order with their depth; an item of depth n belongs to the last one of a smaller depth.
void add_item(std::vector<AgendaItem>& agenda, AgendaItem item, int depth) {
  auto* list = &agenda;
  for (int i = 0; i < depth && !list->empty(); ++i) list = &list->back().items;
  list->push_back(std::move(item));
}

}  // namespace

void analyse(const Document& document, const Source& source, const Language& language, bool strict, Minutes& minutes) {
  Context context{document, source, language, strict, minutes};
  minutes.language = language.tag();
  const auto table = outline(context);
  const NameEvidence evidence(context);
  read_head(table, context);
  for (const auto& piece : table.head) context.mark(context.view(piece), TileKind::head);
  minutes.head = to_blocks(table.head, context);
  for (const auto& row : table.rows) add_item(minutes.agenda, to_item(row, evidence, context), row.depth);
  for (const auto& piece : table.tail) context.mark(context.view(piece), TileKind::tail);
  minutes.tail = to_blocks(table.tail, context);
  gather_people(evidence, context);
  make_tiles(context);
}

}  // namespace protokoll

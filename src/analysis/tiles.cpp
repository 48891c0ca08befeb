#include "analysis/tiles.hpp"

#include <algorithm>

#include "analysis/text.hpp"

namespace protokoll {
namespace {

void add_tile(std::string_view text, TileKind kind, bool all, Context& context) {
  text = trim(text);
  if (text.empty() || !(all || kind == TileKind::residue)) return;
  const auto span = context.span(text);
  if (kind == TileKind::residue) context.minutes.residue.push_back({Context::flat(text), span});
  if (all) context.minutes.tiles.push_back({kind, std::string(text), span});
}

}  // namespace

void make_tiles(bool all, Context& context) {
  auto& marks = context.marks;
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.range.begin < b.range.begin; });
  std::size_t next = 0;
  for (const auto& block : context.document.blocks) {
    if (block.boilerplate) {
      add_tile(context.document.view(block), TileKind::boilerplate, all, context);
      continue;
    }
    auto at = block.range.begin;
    while (next < marks.size() && marks[next].range.begin < block.range.end) {
      const auto& mark = marks[next++];
      const auto begin = std::max(at, mark.range.begin);
      const auto end = std::min(mark.range.end, block.range.end);
      if (begin >= end) continue;
      add_tile(context.view(Range{at, begin}), TileKind::residue, all, context);
      add_tile(context.view(Range{begin, end}), mark.kind, all, context);
      at = end;
      if (mark.range.end > block.range.end) --next;  // the mark goes on in the next block
      if (at == block.range.end) break;
    }
    add_tile(context.view(Range{at, block.range.end}), TileKind::residue, all, context);
  }
}

}  // namespace protokoll

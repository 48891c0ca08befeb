#include "minutes/tiles.hpp"

#include <algorithm>

#include "words/text.hpp"

namespace protokoll {
namespace {

// Makes tiles in document order; what was set apart from the text comes where it stands.
class Tiler {
 public:
  Tiler(bool all, Context& context) : all_(all), context_(context) {}

  void add(Range range, TileKind kind) {
    asides(range.begin);
    const auto& all = context_.document.asides;
    while (next_ < all.size() && all[next_].at < range.end) {
      tile({range.begin, all[next_].at}, kind);
      range.begin = all[next_].at;
      asides(range.begin);
    }
    tile(range, kind);
  }

  /// Those up to `place`.
  void asides(std::uint32_t place) {
    for (const auto& all = context_.document.asides; next_ < all.size() && all[next_].at <= place; ++next_)
      if (all_) context_.minutes.tiles.push_back({TileKind::aside, all[next_].text, context_.source.to_bytes(all[next_].source)});
  }

 private:
  void tile(Range range, TileKind kind) {
    const auto text = trim(context_.view(range));
    if (text.empty() || !(all_ || kind == TileKind::residue)) return;
    const auto span = context_.span(text);
    if (kind == TileKind::residue) context_.minutes.residue.push_back({Context::flat(text), span});
    if (all_) context_.minutes.tiles.push_back({kind, std::string(text), span});
  }

  bool all_;
  Context& context_;
  std::size_t next_ = 0;
};

}  // namespace

void make_tiles(bool all, Context& context) {
  auto& marks = context.marks;
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.range.begin < b.range.begin; });
  Tiler tiler(all, context);
  std::size_t next = 0;
  for (const auto& block : context.document.blocks) {
    if (block.boilerplate) {
      tiler.add(block.range, TileKind::boilerplate);
      continue;
    }
    auto at = block.range.begin;
    while (next < marks.size() && marks[next].range.begin < block.range.end) {
      const auto& mark = marks[next++];
      const auto begin = std::max(at, mark.range.begin);
      const auto end = std::min(mark.range.end, block.range.end);
      if (begin >= end) continue;
      tiler.add({at, begin}, TileKind::residue);
      tiler.add({begin, end}, mark.kind);
      at = end;
      if (mark.range.end > block.range.end) --next;  // the mark goes on in the next block
      if (at == block.range.end) break;
    }
    tiler.add({at, block.range.end}, TileKind::residue);
  }
  tiler.asides(static_cast<std::uint32_t>(context.document.text.size()));
}

}  // namespace protokoll

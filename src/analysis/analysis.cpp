#include "analysis/analysis.hpp"

namespace protokoll {

void analyse(const Document& document, const Source& source, const Language&, bool, Minutes& minutes) {
  for (const auto& block : document.blocks) {
    if (block.range.empty()) continue;
    const auto span = source.to_bytes(document.to_source(block.range));
    minutes.tiles.push_back({TileKind::head, std::string(document.view(block)), span});
    minutes.head.push_back({.text = std::string(document.view(block)), .span = span});
  }
}

}  // namespace protokoll

#include "readers/html/order.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "readers/html/scanner.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::html {

bool has_table_tag(std::string_view markup) {
  Scanner scanner(markup);
  Token token;
  while (scanner.next(token)) {
    const bool is_tag = token.kind == TokenKind::start_tag || token.kind == TokenKind::end_tag;
    if (is_tag && (token.tag == GUMBO_TAG_TABLE || (traits(token.tag) & table_part))) return true;
  }
  return false;
}

void part_reordered(Document& document, std::size_t first) {
  std::vector<std::pair<std::size_t, std::size_t>> places;  // where a block begins in the source, and its number
  for (auto i = first; i < document.blocks.size(); ++i)
    if (!document.blocks[i].range.empty()) places.emplace_back(document.to_source(document.blocks[i].range).begin, i);
  std::sort(places.begin(), places.end());
  std::size_t before = document.blocks.size();
  for (const auto& [place, block] : places) {
    const auto begin = document.blocks[block].range.begin;
    if (block != before + 1 && begin > 0) document.text[begin - 1] = rift;
    before = block;
  }
}

}  // namespace protokoll::html

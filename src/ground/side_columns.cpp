#include "ground/side_columns.hpp"

#include <algorithm>

#include "facts/votes/vote_outcome.hpp"

namespace protokoll::grounds {
namespace {

constexpr WordClasses sides{WordClass::yes, WordClass::no, WordClass::abstain};

}  // namespace

SideColumns::SideColumns(const Scene& scene) : scene_(scene) {
  const auto& blocks = scene.context().document.blocks;
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    constexpr std::size_t longest = 120;
    if (blocks[block].range.size() <= longest && scene.context().reading.classes(scene.view(block)).any(sides)) read(block);
  }
  std::erase_if(headings_, [](const Heading& heading) {
    auto distinct = heading.sides;
    std::sort(distinct.begin(), distinct.end());
    return heading.sides.size() < 2 || std::adjacent_find(distinct.begin(), distinct.end()) != distinct.end();
  });
}

void SideColumns::read(std::uint32_t block) {
  const auto& context = scene_.context();
  const auto parts = vote_parts(scene_.view(block), context);
  Heading heading;
  std::uint32_t last = 0;
  for (const auto& part : parts) {
    if (part.kind == PartKind::count || (part.kind == PartKind::mark && (part.mark == '?' || part.mark == ';'))) return;
    if (part.kind != PartKind::side) continue;
    // Beside each other: "Yes  No  Abst.", "No Votes  Yes Votes".
    constexpr std::uint32_t near = 16;
    if (!heading.sides.empty() && part.range.begin > last + near) heading.sides.clear();
    heading.sides.push_back(part.side);
    last = part.range.end;
  }
  if (heading.sides.empty()) return;
  const auto words = scene_.index().stretch(scene_.block(block).range);
  heading.behind = words.last;
  // Each in a cell of its own.
  if (!headings_.empty() && last_block_ + 1 == block && scene_.row_of(words.first).holds(headings_.back().behind - 1)) {
    auto& before = headings_.back();
    before.sides.insert(before.sides.end(), heading.sides.begin(), heading.sides.end());
    before.behind = heading.behind;
  } else {
    headings_.push_back(std::move(heading));
  }
  last_block_ = block;
}

std::vector<SideColumns::Row> SideColumns::rows(Stretch within) const {
  std::vector<Row> rows;
  if (headings_.empty() || within.empty()) return rows;
  const auto tokens = scene_.context().reading.tokens(scene_.index().range(within));
  for (std::size_t i = 0; i < tokens.size();) {
    auto end = i;
    while (end < tokens.size() && tokens[end].kind == TokenKind::number) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    const auto first = scene_.index().stretch(tokens[i].range).first;
    const auto behind = std::upper_bound(headings_.begin(), headings_.end(), first, [](std::uint32_t word, const Heading& heading) { return word < heading.behind; });
    if (behind != headings_.begin() && std::prev(behind)->sides.size() == end - i) {
      Row row;
      row.vote.by = By::table;
      row.place = scene_.index().stretch({tokens[i].range.begin, tokens[end - 1].range.end});
      const auto& named = std::prev(behind)->sides;
      for (std::size_t column = 0; column < named.size(); ++column) {
        const auto side = named[column];
        auto* const count = side == Side::yes ? &row.vote.yes : side == Side::no ? &row.vote.no : side == Side::abstain ? &row.vote.abstain : nullptr;
        if (count && tokens[i + column].value >= 0) *count = tokens[i + column].value;
      }
      settle(row.vote);
      rows.push_back(std::move(row));
    }
    i = end;
  }
  return rows;
}

}  // namespace protokoll::grounds

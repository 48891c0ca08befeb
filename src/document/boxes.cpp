#include "document/boxes.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace protokoll {
namespace {

struct Box {
  std::string_view sign;
  char task;
};
constexpr Box boxes[] = {{"☐", ' '}, {"☑", 'x'}, {"☒", 'x'}};

// The box that an item's text begins with, a blank behind it; null if there is none.
const Box* box_of(const Document& document, const TextBlock& block) {
  if (!block.starts_item || block.container < 0 || block.boilerplate) return nullptr;
  const auto text = document.view(block);
  const auto found = std::find_if(std::begin(boxes), std::end(boxes), [&](const Box& box) { return text.starts_with(box.sign) && text.size() > box.sign.size() + 1 && text[box.sign.size()] == ' '; });
  return found == std::end(boxes) || document.containers[static_cast<std::size_t>(block.container)].kind != ContainerKind::item ? nullptr : &*found;
}

// The part of a block that `range` is, with runs of its own at the end of `runs`.
TextBlock part_of(const Document& document, const TextBlock& block, Range range, std::vector<Run>& runs) {
  auto part = block;
  part.range = range;
  part.first_run = static_cast<std::uint32_t>(runs.size());
  for (auto run = block.first_run; run < block.last_run; ++run) {
    const auto& whole = document.runs[run];
    const Range shown{std::max(whole.range.begin, range.begin), std::min(whole.range.end, range.end)};
    if (!shown.empty()) runs.push_back({shown, whole.style, whole.link});
  }
  part.last_run = static_cast<std::uint32_t>(runs.size());
  return part;
}

}  // namespace

void part_boxes(Document& document) {
  if (std::none_of(document.blocks.begin(), document.blocks.end(), [&](const TextBlock& block) { return box_of(document, block) != nullptr; })) return;
  std::vector<TextBlock> blocks;
  std::vector<Run> runs;
  for (const auto& block : document.blocks) {
    const auto* const box = box_of(document, block);
    if (!box) {
      blocks.push_back(part_of(document, block, block.range, runs));
      continue;
    }
    document.containers[static_cast<std::size_t>(block.container)].task = box->task;
    const auto end = block.range.begin + static_cast<std::uint32_t>(box->sign.size());
    auto sign = part_of(document, block, {block.range.begin, end}, runs);
    sign.kind = BlockKind::paragraph;
    sign.boilerplate = true;
    sign.starts_item = false;
    sign.source = document.to_source(sign.range);
    blocks.push_back(sign);
    document.text[end] = '\n';
    auto text = part_of(document, block, {end + 1, block.range.end}, runs);
    text.source = document.to_source(text.range);
    blocks.push_back(text);
  }
  document.blocks = std::move(blocks);
  document.runs = std::move(runs);
}

}  // namespace protokoll

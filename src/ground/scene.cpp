#include "ground/scene.hpp"

#include <algorithm>

namespace protokoll::grounds {
namespace {

Span hull(const AgendaItem& item) {
  auto span = item.span;
  for (const auto& nested : item.items) span.end = std::max(span.end, hull(nested).end);
  return span;
}

}  // namespace

Scene::Scene(Context& context, std::size_t answer_bytes) : context_(context), index_(context.document.text, answer_bytes) {
  places_.reserve(index_.size());
  for (std::uint32_t i = 0; i < index_.size(); ++i) {
    const auto span = bytes(index_[i].range);
    places_.push_back({span.begin, span.end, i});
  }
  std::stable_sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) { return a.byte < b.byte; });
  add_items(context.minutes.agenda, 0);
  set_extents();
}

void Scene::add_items(const std::vector<AgendaItem>& items, int depth) {
  for (const auto& item : items) {
    items_.push_back({&item, static_cast<int>(items_.size()) + 1, depth, of_bytes(item.span), {}});
    add_items(item.items, depth + 1);
  }
}

void Scene::set_extents() {
  if (items_.empty()) return;
  const auto end = std::max(of_bytes({0, hull(minutes().agenda.back()).end}).last, items_.back().extent.last);
  std::vector<std::uint32_t> next_of_depth;  // where the next item of each depth begins
  auto next = end;
  for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
    const auto first = item->extent.first;
    const auto depth = static_cast<std::size_t>(item->depth);
    if (next_of_depth.size() <= depth) next_of_depth.resize(depth + 1, end);
    const auto behind = *std::min_element(next_of_depth.begin(), next_of_depth.begin() + static_cast<std::ptrdiff_t>(depth) + 1);
    item->own = {first, std::max(first, next)};
    // What is announced and taken up again behind others reaches over those.
    item->extent = {first, std::max({first, behind, item->extent.last})};
    next_of_depth[depth] = next = first;
  }
}

Stretch Scene::head() const { return {0, items_.empty() ? index_.size() : items_.front().own.first}; }

Stretch Scene::tail() const {
  std::uint32_t last = 0;
  for (const auto& item : items_) last = std::max(last, item.own.last);
  return {last, index_.size()};
}

const ReadItem* Scene::item_at(std::uint32_t word) const {
  const auto behind = std::upper_bound(items_.begin(), items_.end(), word, [](std::uint32_t at, const ReadItem& item) { return at < item.own.first; });
  if (behind == items_.begin()) return nullptr;
  const auto& item = *std::prev(behind);
  return item.own.holds(word) ? &item : nullptr;
}

Span Scene::bytes(Range range) const { return context_.span(context_.view(range)); }

Stretch Scene::of_bytes(Span span) const {
  const auto first = std::lower_bound(places_.begin(), places_.end(), span.begin, [](const Place& place, std::size_t byte) { return place.byte < byte; });
  Stretch stretch{index_.size(), 0};
  for (auto place = first; place != places_.end() && place->byte < span.end; ++place) {
    if (place->end > span.end) continue;
    stretch.first = std::min(stretch.first, place->word);
    stretch.last = std::max(stretch.last, place->word + 1);
  }
  return stretch.empty() ? Stretch{} : stretch;
}

std::uint32_t Scene::block_of(std::uint32_t word) const {
  const auto& blocks = context_.document.blocks;
  const auto behind = std::upper_bound(blocks.begin(), blocks.end(), index_[word].range.begin, [](std::uint32_t place, const TextBlock& block) { return place < block.range.begin; });
  return behind == blocks.begin() ? 0 : static_cast<std::uint32_t>(std::prev(behind) - blocks.begin());
}

std::string_view Scene::sentence_of(std::uint32_t word) const {
  const auto place = index_[word].range;
  const auto block = view(block_of(word));
  for (const auto sentence : context_.sentences(block)) {
    const auto range = context_.range(sentence);
    if (range.begin <= place.begin && place.begin < range.end) return sentence;
  }
  return block;
}

bool Scene::within(std::int32_t container, std::int32_t outer) const {
  for (; container >= outer; container = context_.document.containers[container].parent)
    if (container == outer) return true;
  return false;
}

Stretch Scene::around(std::uint32_t word, std::int32_t container) const {
  auto first = block_of(word), last = first;
  const auto& blocks = context_.document.blocks;
  if (container >= 0) {
    while (first > 0 && within(blocks[first - 1].container, container)) --first;
    while (last + 1 < blocks.size() && within(blocks[last + 1].container, container)) ++last;
  }
  return index_.stretch({blocks[first].range.begin, blocks[last].range.end});
}

Stretch Scene::row_of(std::uint32_t word) const {
  constexpr std::uint32_t most = 80;  // words: a longer row is no record but a part of the minutes
  const auto container = block(block_of(word)).container;
  const auto row = context_.document.enclosing(container, ContainerKind::row), item = context_.document.enclosing(container, ContainerKind::item);
  if (item > row) return around(word, item);
  const auto whole = around(word, row);
  return whole.size() <= most ? whole : around(word, -1);
}

Stretch Scene::surroundings(Stretch stretch, std::uint32_t before, std::uint32_t behind) const {
  const auto& blocks = context_.document.blocks;
  const auto first = row_of(stretch.first), last = row_of(stretch.last - 1);
  const auto block = block_of(first.empty() ? stretch.first : first.first);
  const auto end = block_of(last.empty() ? stretch.last - 1 : last.last - 1);
  return index_.stretch({blocks[block - std::min(before, block)].range.begin, blocks[std::min<std::size_t>(end + behind, blocks.size() - 1)].range.end});
}

Stretch Scene::list_of(std::uint32_t word) const {
  const auto container = block(block_of(word)).container;
  const auto table = context_.document.enclosing(container, ContainerKind::table);
  return around(word, table >= 0 ? table : context_.document.enclosing(container, ContainerKind::list));
}

}  // namespace protokoll::grounds

#include "structure/outline.hpp"

#include <algorithm>

#include "analysis/outline.hpp"
#include "analysis/sections.hpp"
#include "analysis/text.hpp"
#include "structure/agenda.hpp"

namespace protokoll {
namespace {

By sign_of(const Candidate& candidate, const Context& context) {
  const auto& block = context.document.blocks[candidate.block];
  if (block.kind == BlockKind::heading || is_all(block, bold, context)) return By::heading;
  if (context.document.enclosing(block.container, ContainerKind::cell) >= 0) return By::table;
  if (block.container >= 0) return By::list;
  return candidate.label ? By::label : By::layout;
}

Row to_row(const AgendaItemPlace& place, const Context& context) {
  const auto& candidate = place.candidate;
  Row row;
  row.by = sign_of(candidate, context);
  row.depth = place.depth;
  if (candidate.label) {
    row.label = context.range(candidate.label->label);
    row.number = context.range(candidate.label->number);
  } else if (!candidate.rendered_number.empty()) {
    row.rendered_number = candidate.rendered_number;
    row.rendered_by = context.document.blocks[candidate.block].container;
  }
  if (!candidate.title.empty()) row.title.push_back({candidate.block, context.range(candidate.title)});
  const auto& block = context.document.blocks[candidate.block];
  const auto rest_begin = !candidate.title.empty() ? context.range(candidate.title).end : candidate.first == candidate.block ? row.label.end : block.range.begin;
  if (const auto rest = trim(context.view(Range{rest_begin, block.range.end})); !rest.empty()) row.body.push_back({candidate.block, context.range(rest)});
  return row;
}

bool is_inside(std::int32_t container, std::int32_t outer, const Context& context) {
  for (; container >= 0; container = context.document.containers[container].parent)
    if (container == outer) return true;
  return false;
}

// The list that all items are in, or -1: what stands behind it belongs to no item.
std::int32_t common_list(const std::vector<AgendaItemPlace>& places, const Context& context) {
  std::int32_t common = -1;
  for (const auto& place : places) {
    if (place.depth > 0) continue;
    const auto list = context.document.enclosing(context.document.blocks[place.candidate.block].container, ContainerKind::list);
    if (list < 0 || (common >= 0 && list != common)) return -1;
    common = list;
  }
  return common;
}

// "Resolution no. 7" with nothing under it, then "[Item 3]" without a title: the label is that of the item's decision.
void give_labels_forward(ProtocolTable& table, const Context& context) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!table.rows[i].title.empty()) continue;
    auto& before = i == 0 ? table.head : table.rows[i - 1].body;
    if (before.empty()) continue;
    const auto hit = find_label(before.back(), context);
    if (!hit || !hit.rest.empty() || !(hit.is("decision") || hit.is("motion"))) continue;
    table.rows[i].body.insert(table.rows[i].body.begin(), before.back());
    before.pop_back();
  }
}

// Lays the blocks between the items where they belong.
class Layer {
 public:
  Layer(const std::vector<AgendaItemPlace>& places, const Context& context) : places_(places), context_(context), list_(common_list(places, context)) {}

  ProtocolTable lay() {
    const auto& blocks = context_.document.blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].boilerplate || blocks[i].range.empty()) continue;
      if (opens(i)) continue;
      if (begins_tail(i)) in_tail_ = true;
      place(i);
    }
    give_labels_forward(table_, context_);
    return std::move(table_);
  }

 private:
  // Whether an item begins here: its row is made, or the block is its label's.
  bool opens(std::uint32_t block) {
    if (next_ >= places_.size()) return false;
    const auto& candidate = places_[next_].candidate;
    if (candidate.first == block && candidate.first != candidate.block) return true;
    if (candidate.block != block) return false;
    const auto& own = places_[next_++];
    if (!has_room(table_, context_.view(context_.document.blocks[block].range), context_)) return false;
    table_.rows.push_back(to_row(own, context_));
    in_tail_ = false;
    return true;
  }

  // A heading or a line of its own that names a part of the minutes behind the last item: signatures, those present, the list of tasks.
  [[nodiscard]] bool begins_tail(std::uint32_t index) const {
    if (table_.rows.empty() || next_ < places_.size()) return false;
    const auto& block = context_.document.blocks[index];
    const bool set_off = block.kind == BlockKind::heading || is_all(block, bold, context_);
    if (list_ >= 0 && !is_inside(block.container, list_, context_)) return true;
    return set_off && names_part(context_.view(block.range), context_);
  }

  void place(std::uint32_t block) {
    auto& pieces = table_.rows.empty() ? table_.head : in_tail_ ? table_.tail : table_.rows.back().body;
    pieces.push_back({block, context_.document.blocks[block].range});
  }

  const std::vector<AgendaItemPlace>& places_;
  const Context& context_;
  std::int32_t list_;
  ProtocolTable table_;
  std::size_t next_ = 0;
  bool in_tail_ = false;
};

}  // namespace

ProtocolTable weighed_outline(const Context& context) {
  const auto places = find_agenda(context);
  return Layer(places, context).lay();
}

}  // namespace protokoll

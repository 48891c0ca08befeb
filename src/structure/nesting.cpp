#include "structure/nesting.hpp"

#include <tuple>

#include "analysis/text.hpp"

namespace protokoll {
namespace {

// The smaller, the further out.
using Rank = std::tuple<int, int, int>;

int style_rank(const Candidate& candidate, const Context& context) {
  constexpr int worded = 7, capitals = 8, all_bold = 9, plain = 10, listed = 11;
  const auto& block = context.document.blocks[candidate.block];
  if (block.kind == BlockKind::heading) return block.level;
  if (candidate.marks > 0) return candidate.marks;
  if (const auto depth = context.document.depth(block.container, ContainerKind::list); depth > 0) return listed + depth;
  if (candidate.label && !candidate.label->word.empty()) return worded;
  if (is_all(candidate, bold, context)) return is_all_capitals(context.view(candidate.range)) ? capitals : all_bold;
  return plain;
}

Rank rank(const Candidate& candidate, const Context& context) {
  const bool counted = candidate.label.has_value();
  const int dots = counted && candidate.label->form == LabelForm::number ? candidate.label->depth() : 0;
  const int letter = counted && candidate.label->form == LabelForm::letter && candidate.label->word.empty() ? 1 : 0;
  return {style_rank(candidate, context), dots, letter};
}

}  // namespace

void nest(std::vector<AgendaItemPlace>& places, const Context& context) {
  std::vector<Rank> around;
  for (auto& place : places) {
    const auto own = rank(place.candidate, context);
    while (!around.empty() && around.back() >= own) around.pop_back();
    place.depth = static_cast<int>(around.size());
    around.push_back(own);
  }
}

}  // namespace protokoll

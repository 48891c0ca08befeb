#include "structure/nesting.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "structure/agenda_label.hpp"
#include "structure/labels.hpp"
#include "words/text.hpp"

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

int value(const AgendaLabel& label) { return label.count > 0 ? label.count : number_value(label.number); }

// "2" behind "1", printed alike but for their style: bold in one row of a table, plain in the next.
bool follows(const Candidate& own, const Candidate& other, const Context& context) {
  // "3." that a list renders behind "1. by the brook", "2. on the hill" of the item before.
  const auto depth = [&](const Candidate& candidate) { return context.document.depth(context.document.blocks[candidate.block].container, ContainerKind::list); };
  if (!own.label && other.label && other.label->word.empty() && other.label->depth() == 0 && depth(own) == 1 && depth(other) == 0)
    return number_value(other.label->number) > 0 && number_value(own.rendered_number) == number_value(other.label->number) + 1;
  if (!own.label || !other.label || own.marks > 0 || other.marks > 0) return false;
  const auto is_heading = [&](const Candidate& candidate) { return context.document.blocks[candidate.block].kind == BlockKind::heading; };
  if (is_heading(own) || is_heading(other)) return false;
  const auto &label = *own.label, &before = *other.label;
  if (is_next_code(before.number, label.number)) return true;
  if (label.form != LabelForm::number || before.form != LabelForm::number || label.depth() > 0 || before.depth() > 0) return false;
  return trim(label.word) == trim(before.word) && value(before) > 0 && value(label) == value(before) + 1;
}

}  // namespace

void nest(std::vector<AgendaItemPlace>& places, const Context& context) {
  std::vector<std::pair<Rank, const Candidate*>> around;
  for (auto& place : places) {
    auto own = rank(place.candidate, context);
    const auto beside = std::find_if(around.rbegin(), around.rend(), [&](const auto& other) { return follows(place.candidate, *other.second, context); });
    if (beside != around.rend()) own = beside->first;
    while (!around.empty() && around.back().first >= own) around.pop_back();
    place.depth = static_cast<int>(around.size());
    around.emplace_back(own, &place.candidate);
  }
}

}  // namespace protokoll

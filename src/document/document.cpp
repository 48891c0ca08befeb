#include "document/document.hpp"

#include <algorithm>

namespace protokoll {

Span Document::to_source(Range range) const {
  const auto at = [this](std::uint32_t offset) {
    return std::prev(std::upper_bound(steps.begin(), steps.end(), offset, [](std::uint32_t o, const Step& s) { return o < s.text; }));
  };
  if (steps.empty()) return {};
  const auto literal = [this](std::vector<Step>::const_iterator step) {
    const auto text_end = std::next(step) == steps.end() ? static_cast<std::uint32_t>(text.size()) : std::next(step)->text;
    return text_end - step->text == step->source_end - step->source;
  };
  if (range.empty()) {
    if (range.begin >= text.size()) return {steps.back().source_end, steps.back().source_end};
    const auto step = at(range.begin);
    const auto place = literal(step) ? step->source + (range.begin - step->text) : step->source;
    return {place, place};
  }
  const auto first = at(range.begin);
  const auto last = at(range.end - 1);
  const std::size_t begin = literal(first) ? first->source + (range.begin - first->text) : first->source;
  const std::size_t end = literal(last) ? last->source + (range.end - last->text) : last->source_end;
  return {begin, std::max(begin, end)};
}

std::int32_t Document::enclosing(std::int32_t container, ContainerKind kind) const {
  while (container >= 0 && containers[container].kind != kind) container = containers[container].parent;
  return container;
}

int Document::depth(std::int32_t container, ContainerKind kind) const {
  int count = 0;
  for (; container >= 0; container = containers[container].parent) count += containers[container].kind == kind;
  return count;
}

}  // namespace protokoll

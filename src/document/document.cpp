#include "document/document.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace protokoll {
namespace {

// a … z, aa, ab …
std::string letters(std::int32_t count) {
  std::string text;
  for (; count > 0; count = (count - 1) / 26) text.insert(text.begin(), static_cast<char>('a' + (count - 1) % 26));
  return text;
}

std::string roman(std::int32_t count) {
  constexpr std::pair<std::int32_t, std::string_view> numerals[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
  std::string text;
  for (const auto& [value, numeral] : numerals)
    for (; count >= value; count -= value) text += numeral;
  return text;
}

}  // namespace

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

void Document::cut_steps(std::vector<Step>& steps, std::uint32_t end, std::uint32_t cut) {
  while (!steps.empty() && steps.back().text >= cut) {
    end = steps.back().text;
    steps.pop_back();
  }
  if (steps.empty()) return;
  auto& last = steps.back();
  if (last.source_end - last.source == end - last.text) last.source_end -= end - cut;
}

std::int32_t Document::enclosing(std::int32_t container, ContainerKind kind) const {
  while (container >= 0 && containers[container].kind != kind) container = containers[container].parent;
  return container;
}

std::string Document::rendered_number(std::int32_t item) const {
  const auto& own = containers[item];
  if (own.kind != ContainerKind::item || own.index <= 0 || own.parent < 0 || !containers[own.parent].ordered) return {};
  constexpr std::int32_t last_roman = 3999;  // as browsers count
  const auto numerals = containers[own.parent].numerals;
  if (numerals == '1' || (own.index > last_roman && (numerals == 'i' || numerals == 'I'))) return std::to_string(own.index);
  auto number = numerals == 'a' || numerals == 'A' ? letters(own.index) : roman(own.index);
  if (numerals == 'A' || numerals == 'I') std::transform(number.begin(), number.end(), number.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return number;
}

int Document::depth(std::int32_t container, ContainerKind kind) const {
  int count = 0;
  for (; container >= 0; container = containers[container].parent) count += containers[container].kind == kind;
  return count;
}

}  // namespace protokoll

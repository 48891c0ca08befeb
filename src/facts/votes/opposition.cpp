#include "facts/votes/opposition.hpp"

#include <algorithm>
#include <span>

namespace protokoll {
namespace {

using enum WordClass;

bool is_against(const Part& part) { return part.kind == PartKind::side && part.side == Side::no && part.value < 0; }

// Before `at` stand two counts: "7 to 1", "9 voix contre 3".
bool closes_pair(std::span<const Part> parts, std::size_t at) {
  const auto skip_noun = [&](std::size_t i) { return i > 0 && parts[i - 1].kind == PartKind::votes ? i - 1 : i; };
  const auto is_count = [&](std::size_t i) { return i > 0 && parts[i - 1].kind == PartKind::count; };
  at = skip_noun(at);
  if (!is_count(at)) return false;
  --at;
  if (at == 0) return false;
  const auto& between = parts[at - 1];
  if (between.kind != PartKind::versus && between.kind != PartKind::stroke && !is_against(between)) return false;
  return is_count(skip_noun(at - 1));
}

// "Against the plan", and not "against the votes of two members" nor "and 2 against".
bool leads_to_thing(std::span<const Part> parts, std::size_t at) {
  constexpr std::size_t near = 3;
  if (at + 1 >= parts.size() || parts[at + 1].kind != PartKind::word || parts[at + 1].joins) return false;
  const auto behind = parts.subspan(at + 1, std::min(near, parts.size() - at - 1));
  return std::ranges::none_of(behind, [](const Part& part) { return part.kind == PartKind::votes || part.kind == PartKind::count || part.classes.has(votes); });
}

}  // namespace

void read_opposition(std::vector<Part>& parts, const Context& context) {
  // "No objections against it": of one mind, and for it.
  const auto all = [&](std::size_t i) {
    const auto& mind = parts[i - 1];
    return mind.classes.has(unanimous) && !mind.classes.any({negation, lacking}) && !mind.denies && context.language.has("articles", context.view(parts[i + 1].range));
  };
  for (std::size_t i = 1; i < parts.size(); ++i) {
    auto& part = parts[i];
    if (!is_against(part) || !leads_to_thing(parts, i) || !(all(i) || closes_pair(parts, i))) continue;
    part.kind = PartKind::word;
    part.classes = {reject};
  }
}

}  // namespace protokoll

#include "minutes/asides.hpp"

#include <algorithm>

namespace protokoll {
namespace {

bool ends_a_block(std::uint32_t place, const Document& document) { return place >= document.text.size() || document.text[place] == '\n' || document.text[place] == rift; }

Aside to_aside(const DocumentAside& aside, std::size_t at, const Context& context) {
  return {at, aside.kind == AsideKind::struck, Context::flat(aside.text), context.source.to_bytes(aside.source)};
}

}  // namespace

std::span<const DocumentAside> asides_in(Range range, const Context& context) {
  const auto& all = context.document.asides;
  const auto before = [](const DocumentAside& aside, std::uint32_t place) { return aside.at < place; };
  const auto first = std::lower_bound(all.begin(), all.end(), range.begin, before);
  const auto end = range.end + (ends_a_block(range.end, context.document) ? 1 : 0);
  return {first, std::lower_bound(first, all.end(), end, before)};
}

std::vector<Aside> asides_of(Range range, const Context& context) {
  std::vector<Aside> found;
  for (const auto& aside : asides_in(range, context))
    if (!aside.alone) found.push_back(to_aside(aside, aside.at - range.begin, context));
  return found;
}

Text struck_text(const DocumentAside& aside, const Context& context) {
  auto words = to_aside(aside, 0, context);
  const auto span = words.span;
  return {{}, span, {std::move(words)}};
}

}  // namespace protokoll

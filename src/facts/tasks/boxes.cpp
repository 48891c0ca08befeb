#include "facts/tasks/boxes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "words/text.hpp"

namespace protokoll {

std::optional<Box> box_of(const Piece& piece, const Context& context) {
  constexpr std::array<std::pair<std::string_view, bool>, 12> signs{{{"[ ]", false}, {"[]", false}, {"[_]", false}, {"\u2610", false}, {"\u25A1", false}, {"\u25FB", false},
                                                                    {"[x]", true}, {"[X]", true}, {"[\u2713]", true}, {"\u2611", true}, {"\u2612", true}, {"\u2705", true}}};
  const auto& block = context.block(piece);
  auto text = without_bullet(context.view(piece));
  if (const auto task = block.container >= 0 ? context.document.containers[block.container].task : 0; task != 0) return Box{task != ' ', text};
  if (piece.range.begin != block.range.begin) return std::nullopt;
  for (const auto& [sign, ticked] : signs)
    if (text.starts_with(sign)) return Box{ticked, trim(text.substr(sign.size()), U"\uFE0E\uFE0F")};
  return std::nullopt;
}

}  // namespace protokoll

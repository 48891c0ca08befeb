/// Facts of one kind in all items of a version, and their matching.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/compared.hpp"
#include "diff/items.hpp"
#include "diff/matching.hpp"

namespace protokoll::differences {

/// A fact and the row of the item it stands in.
template <class Fact>
struct InItem {
  const Fact* fact = nullptr;
  std::optional<std::size_t> row;
  [[nodiscard]] std::size_t group() const { return row ? *row + 1 : 0; }
};

/// Those outside the items come first.
template <class Fact>
[[nodiscard]] std::vector<InItem<Fact>> in_items(const std::vector<Fact>& outside, const std::vector<FlatItem>& flat, const std::vector<std::size_t>& rows,
                                                 std::vector<Fact> AgendaItem::*member) {
  std::vector<InItem<Fact>> all;
  for (const auto& fact : outside) all.push_back({&fact, std::nullopt});
  for (std::size_t i = 0; i < flat.size(); ++i)
    for (const auto& fact : flat[i].item->*member) all.push_back({&fact, rows[i]});
  return all;
}

/// A text with the rest of its fact ("details"): the same in the same item, then the same words there, then the same words, if these are more than a phrase, anywhere.
[[nodiscard]] Thing thing_in_item(std::size_t group, const std::string& text, const std::string& details, Vocabulary& vocabulary);

/// Of things of which one each is left in an item: the same, reworded, if their words have something in common.
void match_single(const std::vector<Thing>& before, const std::vector<Thing>& after, Matching& matching);

}  // namespace protokoll::differences

/// Which item of the document an answer's item is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/scene.hpp"
#include "ground/texts.hpp"
#include "ground/verdict.hpp"

namespace protokoll::grounds {

/// An item as an answer has it.
struct GivenItem {
  std::string number, title;
  std::vector<std::string> texts;  ///< of its decisions and tasks: they tell an item whose title is wrong
};

struct MatchedItem {
  const ReadItem* read = nullptr;  ///< nullptr: the tool has no such item
  Stretch extent;                  ///< where its facts stand; all of the document if it is nowhere
  Stretch title_place;             ///< where its title may stand
  bool in_order = true;            ///< its title follows those before
};

/// In the order of the answer, nested items behind those around them.
[[nodiscard]] std::vector<MatchedItem> match_items(const std::vector<GivenItem>& given, const Scene& scene);

[[nodiscard]] Verdict ground_title(const GivenItem& given, const MatchedItem& matched, TextGrounder& texts, const Scene& scene);
[[nodiscard]] Verdict ground_number(std::string_view number, const MatchedItem& matched, const Verdict& title, const Scene& scene);

}  // namespace protokoll::grounds

#include "diff/in_items.hpp"

#include <algorithm>
#include <map>

namespace protokoll::differences {

Thing thing_in_item(std::size_t group, const std::string& text, const std::string& details, Vocabulary& vocabulary) {
  constexpr std::ptrdiff_t phrase = 3;  // words that many facts may have
  const auto words = compared(text);
  const auto here = std::to_string(group) + "\n";
  Thing thing{.content = vocabulary.bag(text), .group = group};
  thing.keys = {here + words + "\n" + details, words.empty() ? std::string() : here + words, ""};
  if (std::count(words.begin(), words.end(), ' ') >= phrase) thing.keys.back() = words;
  return thing;
}

void match_single(const std::vector<Thing>& before, const std::vector<Thing>& after, Matching& matching) {
  constexpr double something = 0.25;
  struct Left {
    std::size_t count = 0, index = 0;
  };
  const auto left = [](const std::vector<Thing>& things, const std::vector<std::optional<std::size_t>>& matched) {
    std::map<std::size_t, Left> by_group;
    for (std::size_t i = 0; i < things.size(); ++i) {
      if (matched[i]) continue;
      auto& entry = by_group[things[i].group];
      ++entry.count;
      entry.index = i;
    }
    return by_group;
  };
  const auto come = left(after, matching.of_new);
  for (const auto& [group, gone] : left(before, matching.of_old)) {
    const auto found = come.find(group);
    if (found == come.end() || gone.count != 1 || found->second.count != 1) continue;
    if (likeness(before[gone.index].content, after[found->second.index].content) >= something) matching.join(gone.index, found->second.index);
  }
}

}  // namespace protokoll::differences

#include "diff/matching.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "diff/compared.hpp"

namespace protokoll::differences {
namespace {

using Indices = std::vector<std::size_t>;

void match_by_key(const std::vector<Thing>& before, const std::vector<Thing>& after, std::size_t level, Matching& matching) {
  const auto key = [level](const Thing& thing) { return level < thing.keys.size() ? std::string_view(thing.keys[level]) : std::string_view(); };
  std::unordered_map<std::string_view, std::pair<Indices, std::size_t>> waiting;  // and how many of them are taken
  for (std::size_t i = 0; i < after.size(); ++i)
    if (!matching.of_new[i] && !key(after[i]).empty()) waiting[key(after[i])].first.push_back(i);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (matching.of_old[i] || key(before[i]).empty()) continue;
    const auto found = waiting.find(key(before[i]));
    if (found == waiting.end() || found->second.second == found->second.first.size()) continue;
    matching.join(i, found->second.first[found->second.second++]);
  }
}

/// The new things that a rare word, or the hint, leads to.
class Leads {
 public:
  Leads(const std::vector<Thing>& after, const Matching& matching) {
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (matching.of_new[i]) continue;
      for (const auto& word : words(after[i])) by_word_[{after[i].group, word}].push_back(i);
      if (!after[i].hint.empty()) by_hint_[{after[i].group, after[i].hint}].push_back(i);
    }
  }

  /// Those that share most rare words first, few.
  [[nodiscard]] Indices of(const Thing& thing) const {
    constexpr std::size_t few = 8;
    std::map<std::size_t, std::size_t> shared;
    const auto count = [&](const auto& index, const auto& key) {
      const auto found = index.find(key);
      if (found == index.end() || found->second.size() > most_common) return;
      for (const auto i : found->second) ++shared[i];
    };
    for (const auto& word : words(thing)) count(by_word_, std::pair(thing.group, word));
    if (!thing.hint.empty()) count(by_hint_, std::pair(thing.group, thing.hint));
    std::vector<std::pair<std::size_t, std::size_t>> sorted(shared.begin(), shared.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    Indices found;
    for (const auto& [i, often] : sorted)
      if (found.size() < few) found.push_back(i);
    return found;
  }

 private:
  static std::vector<std::uint32_t> words(const Thing& thing) {
    std::vector<std::uint32_t> all;
    for (const auto* bag : {&thing.title, &thing.content})
      for (const auto& [word, often] : *bag) all.push_back(word);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  std::map<std::pair<std::size_t, std::uint32_t>, Indices> by_word_;
  std::map<std::pair<std::size_t, std::string>, Indices> by_hint_;
};

void match_by_likeness(const std::vector<Thing>& before, const std::vector<Thing>& after, Matching& matching) {
  const Leads leads(after, matching);
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;  // the negative likeness: the most alike come first
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (matching.of_old[i]) continue;
    for (const auto k : leads.of(before[i]))
      if (const auto how = likeness(before[i], after[k]); how >= alike) pairs.emplace_back(-how, i, k);
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [how, i, k] : pairs)
    if (!matching.of_old[i] && !matching.of_new[k]) matching.join(i, k);
}

}  // namespace

Vocabulary::Bag Vocabulary::bag(std::string_view text) {
  std::vector<std::uint32_t> words;
  for (auto& word : compared_words(text)) words.push_back(known_.emplace(std::move(word.key), static_cast<std::uint32_t>(known_.size())).first->second);
  std::sort(words.begin(), words.end());
  Bag bag;
  for (const auto word : words) {
    if (bag.empty() || bag.back().first != word) bag.emplace_back(word, 0);
    ++bag.back().second;
  }
  return bag;
}

double likeness(const Vocabulary::Bag& one, const Vocabulary::Bag& other) {
  std::size_t common = 0, all = 0;
  for (const auto& [word, often] : one) all += often;
  for (const auto& [word, often] : other) all += often;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (a->first == b->first) common += std::min(a++->second, b++->second);
    else if (a->first < b->first) ++a;
    else ++b;
  }
  return all == 0 ? 0 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

double likeness(const Thing& one, const Thing& other) {
  // A title alone says less than title and text, and an equal number is worth some words.
  constexpr double title_alone = 0.7, same_hint = 0.2;
  const auto titles = likeness(one.title, other.title), contents = likeness(one.content, other.content);
  const auto words = one.title.empty() && other.title.empty() ? contents
                     : one.content.empty() || other.content.empty() ? title_alone * titles
                                                                    : std::max(contents, (titles + contents) / 2);
  return words + (words > 0 && !one.hint.empty() && one.hint == other.hint ? same_hint : 0);
}

void Matching::join(std::size_t before, std::size_t after) {
  of_old[before] = after;
  of_new[after] = before;
}

Matching match(const std::vector<Thing>& before, const std::vector<Thing>& after) {
  Matching matching;
  matching.of_old.resize(before.size());
  matching.of_new.resize(after.size());
  std::size_t levels = 0;
  for (const auto* things : {&before, &after})
    for (const auto& thing : *things) levels = std::max(levels, thing.keys.size());
  for (std::size_t level = 0; level < levels; ++level) match_by_key(before, after, level, matching);
  match_by_likeness(before, after, matching);
  return matching;
}

std::vector<bool> in_order(const std::vector<std::size_t>& numbers) {
  constexpr auto none = static_cast<std::size_t>(-1);
  Indices last;  // of the rising subsequences of each length that with the smallest end
  Indices previous(numbers.size(), none);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto at = std::lower_bound(last.begin(), last.end(), numbers[i], [&](std::size_t end, std::size_t number) { return numbers[end] < number; });
    if (at != last.begin()) previous[i] = *std::prev(at);
    if (at == last.end()) last.push_back(i);
    else *at = i;
  }
  std::vector<bool> stays(numbers.size());
  for (auto i = last.empty() ? none : last.back(); i != none; i = previous[i]) stays[i] = true;
  return stays;
}

}  // namespace protokoll::differences

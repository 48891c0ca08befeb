/// What the tool read of a document, by place.
#pragma once

#include <algorithm>
#include <vector>

#include "ground/scene.hpp"

namespace protokoll::grounds {

template <class Fact>
struct ReadFact {
  const Fact* fact = nullptr;
  Stretch place;
  int item = 0;  ///< number of its item; 0 outside all
};

/// All decisions (or tasks) of minutes in the order of the text.
template <class Fact>
class ReadFacts {
 public:
  ReadFacts(const Scene& scene, std::vector<Fact> AgendaItem::* in_item, const std::vector<Fact>& outside) {
    for (const auto& item : scene.items()) add(item.item->*in_item, item.number, scene);
    add(outside, 0, scene);
    std::stable_sort(facts_.begin(), facts_.end(), [](const auto& a, const auto& b) { return a.place.first < b.place.first; });
    places_.reserve(facts_.size());
    for (const auto& fact : facts_) places_.push_back(fact.place);
  }

  [[nodiscard]] const std::vector<ReadFact<Fact>>& all() const { return facts_; }
  [[nodiscard]] const std::vector<Stretch>& places() const { return places_; }

  /// The places of an item's facts that stand outside of a stretch: a cell that holds for several rows.
  [[nodiscard]] std::vector<Stretch> outside(const ReadItem* item, Stretch within) const {
    std::vector<Stretch> places;
    for (const auto& fact : facts_)
      if (item != nullptr && fact.item == item->number && !within.holds(fact.place)) places.push_back(fact.place);
    return places;
  }

  /// The one that shares most words with a place, nullptr if none shares half of the smaller of both; of equal ones that of `item`.
  [[nodiscard]] const ReadFact<Fact>* at(Stretch place, const ReadItem* item) const {
    const ReadFact<Fact>* best = nullptr;
    std::uint32_t most = 0;
    for (const auto& fact : facts_) {
      if (fact.place.first >= place.last) break;
      const auto first = std::max(fact.place.first, place.first), last = std::min(fact.place.last, place.last);
      const bool own = item != nullptr && fact.item == item->number && best != nullptr && best->item != fact.item && first < last && last - first == most;
      if (first >= last || (last - first <= most && !own) || 2 * (last - first) < std::min(fact.place.size(), place.size())) continue;
      best = &fact;
      most = last - first;
    }
    return best;
  }

 private:
  void add(const std::vector<Fact>& facts, int item, const Scene& scene) {
    for (const auto& fact : facts)
      if (const auto place = scene.of_bytes(fact.span); !place.empty()) facts_.push_back({&fact, place, item});
  }

  std::vector<ReadFact<Fact>> facts_;
  std::vector<Stretch> places_;
};

}  // namespace protokoll::grounds

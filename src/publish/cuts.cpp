#include "publish/cuts.hpp"

#include <algorithm>
#include <map>

namespace protokoll::publishing {
namespace {

// Places that are taken, by their begin.
class Taken {
 public:
  // What is left of a place.
  [[nodiscard]] std::vector<Span> left_of(Span place) const {
    std::vector<Span> left;
    auto at = by_begin_.upper_bound(place.begin);
    if (at != by_begin_.begin() && std::prev(at)->second > place.begin) --at;
    for (; at != by_begin_.end() && at->first < place.end; ++at) {
      if (at->first > place.begin) left.push_back({place.begin, at->first});
      place.begin = std::max(place.begin, at->second);
    }
    if (place.begin < place.end) left.push_back(place);
    return left;
  }

  void take(Span place) {
    if (!place.empty()) by_begin_[place.begin] = place.end;
  }

 private:
  std::map<std::size_t, std::size_t> by_begin_;
};

}  // namespace

std::vector<Cut> without_overlaps(std::vector<Cut> cuts) {
  Taken taken;
  std::vector<Cut> apart;
  for (auto& cut : cuts) {
    std::vector<Span> left;
    for (const auto& piece : cut.pieces)
      for (const auto& part : taken.left_of(piece)) left.push_back(part);
    if (left.empty()) continue;
    cut.pieces = std::move(left);
    for (const auto& piece : cut.pieces) taken.take(piece);
    apart.push_back(std::move(cut));
  }
  std::stable_sort(apart.begin(), apart.end(), [](const Cut& a, const Cut& b) { return a.pieces.front().begin < b.pieces.front().begin; });
  return apart;
}

std::vector<Edit> edits_of(const std::vector<Cut>& cuts) {
  std::vector<Edit> edits;
  for (const auto& cut : cuts)
    for (const auto& piece : cut.pieces) edits.push_back({piece, &piece == &cut.pieces.front() ? cut.mark : std::string()});
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  return edits;
}

}  // namespace protokoll::publishing

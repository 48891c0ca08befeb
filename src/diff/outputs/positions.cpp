#include <algorithm>
#include <numeric>

#include "diff/outputs/output.hpp"
#include "source/source.hpp"

namespace protokoll::differences {

std::vector<Position> positions(const DiffVersion& version, const std::vector<Change>& changes, ChangeSide Change::*side) {
  if (!version.bytes) return {};
  const Source source(*version.bytes);
  const auto text = source.text();
  std::vector<std::size_t> order(changes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto begin = [&](std::size_t i) { return (changes[i].*side).span.begin; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return begin(a) < begin(b); });
  // All of them in one pass over the file.
  std::vector<Position> found(changes.size());
  Position position;
  std::size_t at = 0;
  for (const auto i : order) {
    for (const auto target = source.to_text(begin(i)); at < target; ++at) {
      if (text[at] == '\n') position = {position.line + 1, 1};
      else position.column += (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    }
    found[i] = position;
  }
  return found;
}

}  // namespace protokoll::differences

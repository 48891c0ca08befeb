#include "verify/unmarked.hpp"

#include <algorithm>

namespace protokoll {

UnmarkedText::UnmarkedText(const Source& source, const Reader& reader) : source_(source) {
  if (reader.marked != nullptr) marked_ = reader.marked(source.text());
}

constexpr std::string_view zero_width_space = "\u200B";

std::optional<std::string> UnmarkedText::markup(Span place) const {
  std::string markup;
  auto at = place.begin;
  const auto end_before = [](const MarkedPlace& marked, std::size_t begin) { return marked.place.end <= begin; };
  auto marked = std::lower_bound(marked_.begin(), marked_.end(), place.begin, end_before);
  if (marked == marked_.end() || marked->place.begin >= place.end) return std::nullopt;
  for (; marked != marked_.end() && marked->place.begin < place.end; ++marked) {
    if (marked->place.begin > at) markup += source_.text().substr(at, marked->place.begin - at);
    markup += zero_width_space;  // its own delimiters stay, and must not join
    at = std::max(at, marked->place.end);
  }
  if (at < place.end) markup += source_.text().substr(at, place.end - at);
  return markup;
}

}  // namespace protokoll

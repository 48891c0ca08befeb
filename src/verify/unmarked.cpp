#include "verify/unmarked.hpp"

#include <algorithm>

#include "document/raised.hpp"

namespace protokoll {
namespace {

constexpr std::string_view zero_width_space = "\u200B";

template <class Take>
void each_raised(std::string_view text, const Take& take) {
  constexpr std::string_view first_bytes = "\xC2\xE2";
  for (auto at = text.find_first_of(first_bytes); at != std::string_view::npos; at = text.find_first_of(first_bytes, at)) {
    const auto size = raised_at(text, at);
    if (size > 0) take(at, size);
    at += std::max<std::size_t>(size, 1);
  }
}

}  // namespace

std::string without_raised(std::string_view text) {
  std::string rest;
  std::size_t end = 0;
  each_raised(text, [&](std::size_t at, std::size_t size) {
    rest += text.substr(end, at - end);
    end = at + size;
  });
  return rest.append(text.substr(end));
}

UnmarkedText::UnmarkedText(const Source& source, const Reader& reader) : source_(source) {
  if (reader.marked != nullptr) marked_ = reader.marked(source.text());
  each_raised(source.text(), [&](std::size_t at, std::size_t size) { marked_.push_back({{at, at + size}, false}); });
  std::stable_sort(marked_.begin(), marked_.end(), [](const MarkedPlace& a, const MarkedPlace& b) { return a.place.begin < b.place.begin; });
}

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

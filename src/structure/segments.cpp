#include "structure/segments.hpp"

#include <algorithm>

#include "words/text.hpp"

namespace protokoll {

bool Segment::is(std::string_view key) const { return keys && std::find(keys->begin(), keys->end(), key) != keys->end(); }

namespace {

// The longest run of at most five words before a colon that is a known label.
std::string_view label_before(std::string_view text, const Language& language, const std::vector<std::string>*& keys) {
  constexpr std::size_t longest = 500;
  text = last_words(text, longest);
  const auto line = text.substr(text.rfind('\n') + 1);
  const auto parts = words(line);
  for (std::size_t count = std::min<std::size_t>(5, parts.size()); count > 0; --count) {
    const auto candidate = join(parts[parts.size() - count], parts.back());
    auto bare = trim(candidate, U"*_.-–•·(");
    // "Gäste (2)": a parenthesis between the label and its colon.
    if (const auto open = bare.find('('); open != std::string_view::npos && open > 0) bare = trim(bare.substr(0, open));
    const auto& found = language.label(bare);
    if (found.empty()) continue;
    keys = &found;
    return candidate;
  }
  // "Venue / Platform": a place by another word as well.
  constexpr std::size_t longest_label = 40, most_words = 5;
  const auto slash = line.find('/');
  if (slash == std::string_view::npos || line.size() > longest_label || parts.size() > most_words) return {};
  const auto& found = language.label(trim(line.substr(0, slash), U"*_.-–•·("));
  if (std::find(found.begin(), found.end(), "location") == found.end()) return {};
  keys = &found;
  return line;
}

}  // namespace

std::vector<Segment> split_labels(std::string_view text, const Language& language) {
  std::vector<Segment> segments;
  Segment open;
  std::size_t begin = 0;
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    const std::vector<std::string>* keys = nullptr;
    const auto label = label_before(text.substr(begin, colon - begin), language, keys);
    if (label.empty()) continue;
    const auto start = static_cast<std::size_t>(label.data() - text.data());
    open.value = without_leader(trim(trim(text.substr(begin, start - begin)), U"| "));
    if (open.keys || !open.value.empty()) segments.push_back(open);
    open = {keys, text.substr(start, colon + 1 - start), {}};
    begin = colon + 1;
  }
  open.value = without_leader(trim(text.substr(std::min(begin, text.size()))));
  if (open.keys || !open.value.empty()) segments.push_back(open);
  return segments;
}

}  // namespace protokoll

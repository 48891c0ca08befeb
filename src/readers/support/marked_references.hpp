/// The marks of notes that dialects without markup for them write out: "[^1]".
#pragma once

#include <string_view>
#include <vector>

#include "readers/reader.hpp"

namespace protokoll {

/// Adds where they stand, in order.
inline void marked_references(std::string_view markup, std::vector<MarkedPlace>& places) {
  constexpr std::size_t longest = 30;
  for (auto at = markup.find("[^"); at != std::string_view::npos; at = markup.find("[^", at + 2)) {
    const auto end = markup.substr(0, at + longest).find_first_of("] \n[", at + 2);
    if (end != std::string_view::npos && markup[end] == ']') places.push_back({{at, end + 1}, false});
  }
}

}  // namespace protokoll

/// Which elements a piece of markup leaves open.
#pragma once

#include <string_view>
#include <vector>

namespace protokoll::html {

class OpenElements {
 public:
  /// Reads on; a tag must not reach across two pieces.
  void read(std::string_view markup);
  [[nodiscard]] bool any() const { return !open_.empty(); }

 private:
  std::vector<int> open_;  // GumboTag
};

}  // namespace protokoll::html

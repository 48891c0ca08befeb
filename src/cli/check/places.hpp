/// Lines and columns of many places of one document, asked for in document order.
#pragma once

#include <string_view>

#include "protokoll/diagnostic.hpp"
#include "source/source.hpp"

namespace protokoll::cli {

class Places {
 public:
  explicit Places(const Source& source) : source_(source) {}

  /// Linear over all calls as long as places do not go back by much.
  [[nodiscard]] Position at(std::size_t byte);

 private:
  const Source& source_;
  std::size_t offset_ = 0;
  Position position_;
};

}  // namespace protokoll::cli

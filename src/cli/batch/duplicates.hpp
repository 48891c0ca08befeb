/// Documents with the same content.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace protokoll::cli::batch {

class Duplicates {
 public:
  /// The name under which this content came first, or an empty text and the name is remembered. Memory is bounded: beyond about
  /// 32 MiB (some 300,000 documents) no new contents are remembered.
  [[nodiscard]] std::string_view find_or_add(const std::string& digest, const std::string& name);
  [[nodiscard]] bool full() const { return bytes_ >= most_bytes; }

 private:
  static constexpr std::size_t most_bytes = std::size_t{32} << 20;
  std::unordered_map<std::string, std::string> names_;  // by the digest's first half
  std::size_t bytes_ = 0;
};

}  // namespace protokoll::cli::batch

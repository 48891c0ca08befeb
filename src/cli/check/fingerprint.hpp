/// What stays the same of a finding when the lines around it move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "protokoll/diagnostic.hpp"
#include "protokoll/model.hpp"
#include "source/source.hpp"

namespace protokoll::cli {

/// The rule and the bytes it points at (of an empty place: its line), as 16 hexadecimal digits: what baselines of format 1 know.
[[nodiscard]] std::string words_fingerprint(const Source& source, const Diagnostic& diagnostic);

/// The agenda items of a document by place, each known by its title and those of the items around it (by its number where it has no title).
class ItemPrints {
 public:
  explicit ItemPrints(const std::vector<AgendaItem>& agenda);

  /// Of the item that was opened last in front of a byte, or where it stands; 0 in front of all items.
  [[nodiscard]] std::uint64_t at(std::size_t byte) const;

 private:
  void add(const std::vector<AgendaItem>& items, std::uint64_t around);

  std::vector<std::pair<std::size_t, std::uint64_t>> prints_;  // by begin
};

/// The same with the item: 16 hexadecimal digits.
[[nodiscard]] std::string fingerprint(std::string_view words_fingerprint, std::uint64_t item);

}  // namespace protokoll::cli

/// The items of both versions side by side.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "diff/matching.hpp"
#include "protokoll/diff.hpp"

namespace protokoll::differences {

/// An item of an agenda, nested ones behind the one they stand in.
struct FlatItem {
  const AgendaItem* item = nullptr;
  std::optional<std::size_t> parent;  ///< among the flat items
};

/// Items of both versions, matched and in one order: that of the newer version, each removed one behind the one it stood behind.
struct Items {
  Items(const Minutes& before, const Minutes& after);

  struct Row {
    std::optional<std::size_t> before, after;  ///< at least one of them
    Span old_place, new_place;  ///< of the item; where it is not there, of the one before
  };

  std::vector<FlatItem> before, after;
  Matching matching;
  std::vector<Row> rows;
  std::vector<std::size_t> row_of_old, row_of_new;

 private:
  void line_up();
};

/// What happened to each row's item itself: added, removed, moved, renumbered, another title, subtitle, status, openness or presenters.
[[nodiscard]] std::vector<std::vector<Change>> item_changes(const Items& items);

/// A change with the numbers and titles of its item, whose place it is given on the side where it has none of its own.
[[nodiscard]] Change in_row(const Items& items, std::size_t row, Change change);

}  // namespace protokoll::differences

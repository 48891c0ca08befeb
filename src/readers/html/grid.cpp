#include "readers/html/grid.hpp"

#include <algorithm>

namespace protokoll::html {

std::int32_t Grid::place(std::int32_t& columns, std::int32_t& rows) {
  const auto taken = [this](std::int32_t column) { return column < static_cast<std::int32_t>(taken_until_.size()) && taken_until_[column] > row_; };
  while (taken(column_)) ++column_;
  const std::int32_t first = column_;
  // A table wider than any real one would cost its width again in every row.
  columns = std::clamp(columns, 1, std::max(1, max_columns - first));
  rows = rows == 0 ? max_rows : std::clamp(rows, 1, max_rows);
  column_ += columns;
  if (rows > 1 && column_ <= max_columns) {
    if (static_cast<std::int32_t>(taken_until_.size()) < column_) taken_until_.resize(column_, 0);
    std::fill(taken_until_.begin() + first, taken_until_.begin() + column_, row_ + rows);
  }
  return first;
}

}  // namespace protokoll::html

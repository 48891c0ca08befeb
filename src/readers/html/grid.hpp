/// Which column of a table a cell stands in, rows and columns spanned counted (HTML Living Standard, section 4.9.12).
#pragma once

#include <cstdint>
#include <vector>

namespace protokoll::html {

class Grid {
 public:
  void next_row() {
    ++row_;
    column_ = 0;
  }
  /// Number of the current row from 0; -1 before the first.
  [[nodiscard]] std::int32_t row() const { return row_; }
  /// Places a cell in the current row; returns its first column. Spans are brought into bounds.
  std::int32_t place(std::int32_t& columns, std::int32_t& rows);

 private:
  static constexpr std::int32_t max_columns = 1000;
  static constexpr std::int32_t max_rows = 65534;

  std::int32_t row_ = -1;
  std::int32_t column_ = 0;
  std::vector<std::int32_t> taken_until_;  // per column: the first row that is free again
};

}  // namespace protokoll::html

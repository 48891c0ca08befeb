/// Votes as tables: a column (or a row) for each side.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "facts/votes/vote_parts.hpp"
#include "facts/votes/votes.hpp"
#include "structure/table_cells.hpp"

namespace protokoll {

/// The vote of a table "Yes | No | Abstentions" with its counts in the row below, or with each in a row behind its word.
/// Of a table with a line for each who voted, the header of whose last column names the vote, the sides counted.
[[nodiscard]] std::optional<Vote> table_vote(const TableCells& rows, const Context& context);

/// The vote of a row that has a column for yes and one for no, as its table's header names them.
[[nodiscard]] std::optional<Vote> counts_in(const TableRow& header, const TableRow& row, const Context& context);

/// Whether a table's first row may head a roll call: "Member | Vote".
[[nodiscard]] bool may_be_roll_call(const TableCells& rows, const Context& context);

/// Whether each of a few rows begins with a side: "Yes: | 15".
[[nodiscard]] bool may_pair_sides(const TableCells& rows, const Context& context);

/// The sides that the nearest row above a cell names; asked row by row, it reads each block of a table once.
class SidesAbove {
 public:
  /// A cell of a piece: its table, row and column.
  struct Place {
    std::int32_t table = -1, row = -1;
    int column = 0;
  };

  /// By column; a row that names two of them is the heading.
  [[nodiscard]] std::map<int, Side> find(std::uint32_t block, Place place, const Context& context);

 private:
  void start(std::uint32_t block, std::int32_t table, const Context& context);
  void read(const TextBlock& block, const Context& context);

  std::int32_t table_ = -1, row_ = -1;
  std::uint32_t read_ = 0;  // the blocks up to here
  std::map<int, Side> current_, heading_;  // of the row being read, and of the heading above it
};

/// The vote of one row of a table with a column for each side; `row` are the pieces of that row, in order.
[[nodiscard]] std::optional<Vote> row_vote(const std::vector<Piece>& row, SidesAbove& above, const Context& context);

}  // namespace protokoll

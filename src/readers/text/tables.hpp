/// Tables that a text draws by bars, tabs or blanks.
#pragma once

#include <string_view>
#include <vector>

#include "readers/text/lines.hpp"
#include "readers/text/parts.hpp"

namespace protokoll::text {

/// A piece of a cell: what stands in one line.
struct CellPiece {
  std::size_t row = 0, column = 0;
  Span text;
  bool begins_block = false;
};

/// Tells the pieces of a table, those of a row together but line by line, as rows and cells.
void add_table(std::string_view text, std::vector<CellPiece> pieces, std::size_t header_rows, std::vector<Part>& parts);

/// The end of the lines from `begin` on that are rows between bars; `begin` if there are none.
[[nodiscard]] std::size_t bar_table_end(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end);
void add_bar_table(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end, std::vector<Part>& parts);

/// The end of AsciiDoc's table that begins with the line "|==="; `begin` if none does.
[[nodiscard]] std::size_t fenced_table_end(std::string_view text, const std::vector<Line>& lines, std::size_t begin);
void add_fenced_table(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end, std::vector<Part>& parts);

/// The end of the lines from `begin` on that are rows of columns; `begin` if there are none.
[[nodiscard]] std::size_t column_table_end(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end);
void add_column_table(std::string_view text, const std::vector<Line>& lines, std::size_t begin, std::size_t end, std::vector<Part>& parts);

}  // namespace protokoll::text

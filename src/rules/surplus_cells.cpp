#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "rules/rule.hpp"

namespace protokoll {
namespace {

// Cells of a Markdown table row: pipes between them, `\\|` is text.
int cells(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
  const auto first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || line[first] != '|' || line.size() < 2) return 0;
  int count = line.ends_with('|') ? -1 : 0;
  for (std::size_t i = first; i < line.size(); ++i) count += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
  return count;
}

bool is_delimiter(std::string_view line) { return line.find('-') != std::string_view::npos && line.find_first_not_of("|-: \t\r") == std::string_view::npos; }

void check_markdown(const CheckInput& input, Reporter& report) {
  const auto text = input.source.text();
  int before = 0, columns = 0;  // of the line before; of the table that the line is in, or 0
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    const int count = cells(line);
    if (count == 0) columns = 0;
    else if (is_delimiter(line) && columns == 0) columns = before == count ? count : 0;
    else if (columns > 0 && count > columns) report.add(input.source.to_bytes({at, end}), fmt::format("{} cells in a table of {} columns; the last are not shown", count, columns));
    before = count;
    at = end + 1;
  }
}

void check(const CheckInput& input, Reporter& report) {
  if (input.minutes.source.dialect == "markdown") return check_markdown(input, report);
  for (const auto& row : input.seen().wide_rows) report.add(row.span, fmt::format("{} cells in a table of {} columns", row.cells, row.columns));
}

}  // namespace

extern const Rule rule_surplus_cells;
const Rule rule_surplus_cells{
    .id = "PK054",
    .name = "surplus-cells",
    .severity = Severity::warning,
    .summary = "A table row has more cells than the table has columns.",
    .why = "In Markdown such cells are not shown at all; in HTML they stick out.",
    .bad = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Budget\n\n| Year | Sum |\n"
            "|---|---|\n| 2022 | 300 |\n| 2023 | 400 | estimated |\n",
    .good = "# Minutes of the board meeting, 9 November 2023\n\n## 1. Budget\n\n| Year | Sum |\n"
            "|---|---|\n| 2022 | 300 |\n| 2023 | 400 |\n",
    .check = check};

}  // namespace protokoll

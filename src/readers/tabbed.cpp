#include <algorithm>
#include <vector>

#include "readers/html/html.hpp"
#include "readers/markdown/markdown.hpp"
#include "readers/reader.hpp"
#include "readers/tabbed/rows.hpp"

namespace protokoll {
namespace {

using tabbed::Part;

void read_row(const Part& row, std::int32_t index, Span range, DocumentBuilder& builder) {
  builder.open(ContainerKind::row).index = index;
  std::int32_t column = 0;
  for (const auto& cell : row.cells) {
    builder.open(ContainerKind::cell).index = column++;
    read_html({range.begin + cell.begin, range.begin + cell.end}, builder);
    builder.close();
  }
  builder.close();
}

void read(Span range, DocumentBuilder& builder) {
  const auto parts = tabbed::split(builder.source_text().substr(range.begin, range.size()));
  const auto is_row = [](const Part& part) { return !part.cells.empty(); };
  auto rows_left = std::count_if(parts.begin(), parts.end(), is_row);
  std::int32_t index = 0;
  for (const auto& part : parts) {
    if (!is_row(part)) {
      read_markdown({range.begin + part.range.begin, range.begin + part.range.end}, builder);
      continue;
    }
    if (index == 0) builder.open(ContainerKind::table);
    read_row(part, index++, range, builder);
    if (--rows_left == 0) builder.close();
  }
}

std::string visible(std::string_view text) {
  std::string out;
  for (const auto& part : tabbed::split(text)) {
    if (part.cells.empty()) visible_markdown(text.substr(part.range.begin, part.range.size()), out);
    for (const auto& cell : part.cells) {
      visible_html(text.substr(cell.begin, cell.size()), out);
      out += '\n';
    }
  }
  return out;
}

std::vector<MarkedPlace> marked(std::string_view text) {
  std::vector<MarkedPlace> places;
  for (const auto& part : tabbed::split(text)) {
    for (const auto& cell : part.cells) marked_html(text.substr(cell.begin, cell.size()), cell.begin, places);
    if (!part.cells.empty()) continue;
    for (const auto& [place, struck] : marked_markdown(text.substr(part.range.begin, part.range.size()))) places.push_back({{part.range.begin + place.begin, part.range.begin + place.end}, struck});
  }
  return places;
}

int sniff(std::string_view text) { return tabbed::has_row(text) ? 95 : 0; }

}  // namespace

extern const Reader reader_tabbed;
const Reader reader_tabbed{"tabbed", "rows of a label and HTML cells with tabs between, Markdown around them", sniff, read, visible, "txt text", marked};

}  // namespace protokoll

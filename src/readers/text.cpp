#include <algorithm>

#include "readers/html/order.hpp"
#include "readers/reader.hpp"
#include "readers/text/lines.hpp"
#include "readers/text/parts.hpp"

namespace protokoll {
namespace {

using text::Part;
using text::PartKind;

void read_line(const Part& part, std::size_t offset, bool first, DocumentBuilder& builder) {
  const Span place{offset + part.text.begin, offset + part.text.end};
  if (!first && part.apart) builder.part_block();
  else if (!first) builder.replaced({place.begin, place.begin}, " ");
  builder.verbatim(place.begin, place.size());
}

void read(Span range, DocumentBuilder& builder) {
  const auto parts = text::find_parts(builder.source_text().substr(range.begin, range.size()));
  const auto blocks_before = builder.document().blocks.size();
  bool first = true;
  for (const auto& part : parts) {
    switch (part.kind) {
      case PartKind::open: {
        auto& container = builder.open(part.container);
        container.index = part.index;
        container.header = part.header;
        break;
      }
      case PartKind::close:
        builder.close();
        break;
      case PartKind::block:
        first = true;
        if (part.continues && builder.in_block()) {
          builder.hard_break();
          break;
        }
        builder.end();
        builder.set_boilerplate(part.boilerplate);
        builder.begin(part.block, part.level);
        break;
      case PartKind::line:
        read_line(part, range.begin, first, builder);
        first = false;
        break;
    }
  }
  builder.end();
  builder.set_boilerplate(false);
  if (std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.apart; })) html::part_reordered(builder.document(), blocks_before);
}

std::string visible(std::string_view text) {
  std::string out;
  for (const auto& part : text::find_parts(text))
    if (part.kind == PartKind::line) (out += text.substr(part.text.begin, part.text.size())) += '\n';
  return out;
}

// What only Markdown has, and what only a text set by blanks has.
int sniff(std::string_view text) {
  constexpr int clear_text = 75;
  if (text.starts_with("---\n") || text.starts_with("---\r\n") || text.starts_with("<")) return 0;
  int set_by_blanks = 0, markdown = 0;
  for (const auto& line : text::find_lines(text)) {
    const auto content = text.substr(line.content.begin, line.content.size());
    if (line.page > 1) return clear_text;
    if (content.empty()) continue;
    const auto hashes = content.find_first_not_of('#');
    markdown += (hashes > 0 && hashes < 7 && content[hashes] == ' ') || content.starts_with("```") || content.starts_with("> ") || content.starts_with("|--") ||
                content.starts_with("| --") || content.starts_with("|:-") || content.find("**") != std::string_view::npos || content.find("](") != std::string_view::npos || content.starts_with("[ ]");
    constexpr std::size_t code = 4;
    set_by_blanks += (line.indent >= code && text::bullet_size(content) == 0) || content.starts_with("+--") || content.starts_with("+==") || content.find("   ") != std::string_view::npos;
  }
  return markdown == 0 && set_by_blanks >= 2 ? clear_text : 0;
}

}  // namespace

extern const Reader reader_text;
const Reader reader_text{"text", "plain text set by blanks: lines broken for their width, columns, tables of bars, pages", sniff, read, visible};

}  // namespace protokoll

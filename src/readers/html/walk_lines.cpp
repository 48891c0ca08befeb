#include "readers/html/walker.hpp"

namespace protokoll::html {

// Two breaks with nothing visible between them are how old pages set paragraphs.
void Walker::line_break(const ElementContext& context) {
  if (!builder_.in_block()) return;
  const auto size = builder_.document().text.size();
  if (size == text_at_break_) {
    builder_.end();
    return;
  }
  builder_.hard_break();
  builder_.mark_source(context.source);
  text_at_break_ = builder_.document().text.size();
}

void Walker::start_line(const GumboElement& element, const LineStart& start, Span source) {
  held_ = false;
  if (start.joins) {
    const auto tag = static_cast<std::size_t>(element.original_tag.data - origin_);
    if (!start.joins_word && builder_.in_block() && element.original_tag.length > 0) builder_.replaced({tag, tag + element.original_tag.length}, " ");
    return;
  }
  builder_.end();
  builder_.set_boilerplate(start.boilerplate);
  for (int i = 0; i < start.closes; ++i) builder_.close();
  if (start.opens_table) builder_.open(ContainerKind::table);
  if (start.opens_row) builder_.open(ContainerKind::row).index = start.row;
  if (start.opens_cell) builder_.open(ContainerKind::cell).index = start.column;
  if (start.opens_list) builder_.open(ContainerKind::list).ordered = start.number > 0;
  if (start.opens_item) {
    auto& item = builder_.open(ContainerKind::item);
    item.ordered = start.number > 0;
    item.index = start.number;
    if (start.marker) item.source = extent(start.marker->v.element);
  }
  builder_.begin(start.level > 0 ? BlockKind::heading : BlockKind::paragraph, start.level);
  builder_.mark_source(source);
}

void Walker::end_line(const LineStart& line) {
  held_ = line.goes_on;
  if (line.closes_after == 0) return;
  for (int i = 0; i < line.closes_after; ++i) builder_.close();
}

}  // namespace protokoll::html

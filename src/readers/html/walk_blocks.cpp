#include "readers/html/walker.hpp"

#include <algorithm>

#include "readers/html/boilerplate.hpp"
#include "readers/html/tags.hpp"

namespace protokoll::html {
namespace {

bool has_blocks(const GumboElement& element) {
  return std::any_of(element.children.data, element.children.data + element.children.length, [](const void* child) {
    const auto& node = *static_cast<const GumboNode*>(child);
    return node.type == GUMBO_NODE_ELEMENT && (traits(node.v.element.tag) & block) != 0;
  });
}

}  // namespace

Span Walker::extent(const GumboElement& element) const {
  if (element.original_tag.length == 0) return {};
  Span span{static_cast<std::size_t>(element.original_tag.data - origin_), 0};
  span.end = span.begin + element.original_tag.length;
  GumboStringPiece name = element.original_end_tag;
  if (name.length > 0) gumbo_tag_from_original_text(&name);
  if (name.length > 0 && tag_of({name.data, name.length}) == element.tag)
    span.end = std::max(span.end, static_cast<std::size_t>(element.original_end_tag.data - origin_) + element.original_end_tag.length);
  else
    span.end = std::max(span.end, std::min(range_.end, range_.begin + element.end_pos.offset));
  return span;
}

void Walker::open(ContainerKind kind, ElementContext& context) {
  builder_.open(kind);
  ++context.containers;
}

void Walker::enter_block(const GumboElement& element, ElementContext& context) {
  if (!held_) builder_.end();
  if (is_boilerplate(element, *path_.back().node)) builder_.set_boilerplate(true);
  context.source = has_blocks(element) ? Span{} : extent(element);
  const auto become = [&](BlockKind kind, int level = 0) {
    context.kind = kind;
    context.level = level;
  };
  switch (element.tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      become(BlockKind::heading, 1 + element.tag - GUMBO_TAG_H1);
      break;
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGCAPTION:
      become(BlockKind::caption);
      break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_TEXTAREA:
      become(BlockKind::preformatted);
      preformatted_ = true;
      builder_.set_preformatted(true);
      break;
    case GUMBO_TAG_HR:
      builder_.begin(BlockKind::rule);
      builder_.mark_source(context.source);
      break;
    case GUMBO_TAG_BLOCKQUOTE:
      open(ContainerKind::quote, context);
      break;
    case GUMBO_TAG_TABLE:
      become(BlockKind::paragraph);
      open(ContainerKind::table, context);
      tables_.emplace_back();
      context.ends_table = true;
      context.header = false;
      break;
    case GUMBO_TAG_THEAD:
      context.header = true;
      break;
    case GUMBO_TAG_TR:
      enter_row(context);
      break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      enter_cell(element, context);
      break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DL:
      enter_list(element, context);
      break;
    case GUMBO_TAG_LI:
      enter_item(element, context);
      break;
    case GUMBO_TAG_DT:
      open(ContainerKind::term, context);
      break;
    case GUMBO_TAG_DD:
      open(ContainerKind::definition, context);
      break;
    default:
      break;
  }
}

void Walker::enter_list(const GumboElement& element, ElementContext& context) {
  const auto list = begin_list(element);
  context.kind = BlockKind::paragraph;
  context.level = 0;
  open(ContainerKind::list, context);
  auto& container = builder_.document().containers.back();
  container.ordered = list.ordered;
  container.numerals = list.numerals;
  if (const auto item = item_above(container.parent); item >= 0) container.parent = item;
  lists_.push_back(list);
  context.ends_list = true;
}

// A list right inside a list belongs to the item before, which may stand in a list that has just ended: so does LibreOffice nest them.
std::int32_t Walker::item_above(std::int32_t parent) {
  const auto& document = builder_.document();
  const auto container = [&](std::int32_t index) -> const Container& { return document.containers[static_cast<std::size_t>(index)]; };
  if (parent < 0 || lists_.empty() || container(parent).kind != ContainerKind::list) return -1;
  if (lists_.back().item >= 0) return lists_.back().item;
  if (ended_item_ < 0 || blocks_at_end_ != document.blocks.size()) return -1;
  const auto ended = container(ended_item_).parent;
  if (container(ended).parent != container(parent).parent) return -1;
  // And the list goes on with the one that has ended.
  lists_.back().continued = ended;
  return lists_.back().item = ended_item_;
}

void Walker::end_list() {
  ended_item_ = lists_.back().item;
  blocks_at_end_ = builder_.document().blocks.size();
  lists_.pop_back();
}

void Walker::enter_item(const GumboElement& element, ElementContext& context) {
  open(ContainerKind::item, context);
  if (!lists_.empty()) lists_.back().item = static_cast<std::int32_t>(builder_.document().containers.size()) - 1;
  if (!lists_.empty() && lists_.back().continued >= 0) builder_.document().containers.back().parent = lists_.back().continued;
  if (lists_.empty() || !lists_.back().ordered) return;
  auto& item = builder_.document().containers.back();
  item.ordered = true;
  item.index = next_number(lists_.back(), element);
}

void Walker::enter_row(ElementContext& context) {
  open(ContainerKind::row, context);
  if (tables_.empty()) return;
  tables_.back().next_row();
  auto& row = builder_.document().containers.back();
  row.header = context.header;
  row.index = tables_.back().row();
}

void Walker::enter_cell(const GumboElement& element, ElementContext& context) {
  open(ContainerKind::cell, context);
  context.kind = BlockKind::paragraph;
  context.level = 0;
  auto& cell = builder_.document().containers.back();
  cell.header = context.header || element.tag == GUMBO_TAG_TH;
  cell.columns = number(element, "colspan", 1);
  cell.rows = number(element, "rowspan", 1);
  if (tables_.empty()) return;
  cell.index = tables_.back().place(cell.columns, cell.rows);
}

}  // namespace protokoll::html

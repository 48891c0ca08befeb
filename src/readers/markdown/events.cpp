#include "readers/markdown/events.hpp"

#include <algorithm>
#include <bit>

#include "readers/html/html.hpp"

namespace protokoll::markdown {
namespace {

// Nobody nests minutes deeper; a hostile file must not make every walk up the containers long.
constexpr std::size_t most_containers = 100;

template <class Detail>
const Detail& as(void* detail) {
  return *static_cast<const Detail*>(detail);
}

}  // namespace

Events::Events(const Buffer& buffer, std::size_t offset, DocumentBuilder& builder)
    : buffer_(buffer),
      offset_(offset),
      builder_(builder),
      lines_(buffer.text()),
      outer_boilerplate_(builder.boilerplate()),
      // A target that is defined once may be used in many links; the sum of all must stay in proportion to the document.
      hrefs_left_(4 * buffer.text().size() + 4096) {}

void Events::enter_block(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      open(ContainerKind::quote);
      break;
    case MD_BLOCK_UL:
      open_list(false, 0);
      break;
    case MD_BLOCK_OL:
      open_list(true, static_cast<std::int32_t>(as<MD_BLOCK_OL_DETAIL>(detail).start));
      break;
    case MD_BLOCK_LI:
      open_item(as<MD_BLOCK_LI_DETAIL>(detail));
      break;
    case MD_BLOCK_HR:
      begin(BlockKind::rule);
      break;
    case MD_BLOCK_H:
      begin(BlockKind::heading, static_cast<int>(as<MD_BLOCK_H_DETAIL>(detail).level));
      break;
    case MD_BLOCK_P:
      begin(BlockKind::paragraph);
      break;
    case MD_BLOCK_CODE:
      begin(BlockKind::preformatted);
      in_code_ = true;
      break;
    case MD_BLOCK_HTML:
      in_html_ = true;
      break;
    case MD_BLOCK_TABLE:
      open(ContainerKind::table);
      in_table_ = true;
      row_ = 0;
      break;
    case MD_BLOCK_THEAD:
      in_header_ = true;
      break;
    case MD_BLOCK_TBODY:
      in_header_ = false;
      break;
    case MD_BLOCK_TR:
      open_row();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      cell_open_ = false;
      break;
    case MD_BLOCK_DOC:
      break;
  }
}

void Events::leave_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_LI:
      if (!unmarked_.empty() && unmarked_.back().depth == open_.size()) unmarked_.pop_back();
      [[fallthrough]];
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_TR:
      close();
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.pop_back();
      close();
      break;
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_P:
    case MD_BLOCK_CODE:
      end_leaf();
      break;
    case MD_BLOCK_HTML:
      read_html_block();
      break;
    case MD_BLOCK_TABLE:
      in_table_ = false;
      close();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      end_leaf();
      if (cell_open_) close();
      cell_open_ = false;
      ++cell_;
      break;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_DOC:
      break;
  }
}

Container* Events::open(ContainerKind kind) {
  end_leaf();
  return enter(kind);
}

void Events::close() {
  end_leaf();
  leave();
}

Container* Events::enter(ContainerKind kind) {
  open_.push_back(open_.size() < most_containers);
  return open_.back() ? &builder_.open(kind) : nullptr;
}

void Events::leave() {
  if (open_.back()) builder_.close();
  open_.pop_back();
}

void Events::open_list(bool ordered, std::int32_t start) {
  lists_.push_back({ordered, start});
  if (auto* list = open(ContainerKind::list)) list->ordered = ordered;
}

void Events::open_item(const MD_BLOCK_LI_DETAIL& detail) {
  auto& list = lists_.back();
  auto* item = open(ContainerKind::item);
  const auto index = list.ordered ? list.next++ : 0;
  if (!item) return;
  item->index = index;
  item->ordered = list.ordered;
  if (detail.is_task) item->task = detail.task_mark == ' ' ? ' ' : 'x';
  unmarked_.push_back({open_.size(), builder_.container(), list.ordered});
}

void Events::open_row() {
  cell_ = cells_made_ = 0;
  if (auto* row = open(ContainerKind::row)) {
    row->index = row_;
    row->header = in_header_;
  }
  ++row_;
}

// md4c fills every row up to the number of columns; an empty cell is made only if another one follows it, so that
// a table has no more containers than its source has characters. It is made with its first text, whose style and link are known by then.
void Events::open_cell() {
  for (;; leave()) {
    if (auto* cell = enter(ContainerKind::cell)) {
      cell->index = cells_made_;
      cell->header = in_header_;
    }
    if (cells_made_++ == cell_) break;
  }
  cell_open_ = true;
}

void Events::begin(BlockKind kind, int level) {
  end_leaf();
  builder_.begin(kind, level);
}

void Events::end_leaf() {
  mark_source();
  builder_.end();
  builder_.set_boilerplate(outer_boilerplate_);
  reset_inline();
  in_code_ = false;
  line_begins_ = true;
}

void Events::read_html_block() {
  in_html_ = false;
  builder_.end();
  for (const auto& piece : html_) read_html({offset_ + piece.offset, offset_ + piece.end()}, builder_);
  html_.clear();
}

void Events::mark_source() {
  if (shown_.size == 0) return;
  if (!in_table_ && builder_.in_block()) {
    const auto line = lines_.line_around(shown_.offset);
    const auto begin = line_prefix(buffer_.text(), line, shown_.offset).end;
    builder_.mark_source({offset_ + begin, offset_ + std::max(shown_.end(), lines_.line_around(shown_.end()).end())});
  }
  shown_ = {};
}

}  // namespace protokoll::markdown

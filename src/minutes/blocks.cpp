#include "minutes/blocks.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "minutes/asides.hpp"
#include "words/text.hpp"

namespace protokoll {
namespace {

// The outermost list or table that a piece stands in, below the row of the protocol table.
struct Frame {
  std::int32_t list = -1;
  std::int32_t table = -1;
  int depth = 0;
};

Frame frame_of(const Piece& piece, const Context& context) {
  const auto& containers = context.document.containers;
  Frame frame;
  for (auto at = context.block(piece).container; at >= 0; at = containers[at].parent) {
    if (containers[at].kind == ContainerKind::item && context.is_entry(at)) break;
    if (containers[at].kind == ContainerKind::list) {
      frame.depth += frame.list >= 0;
      frame.list = at;
    }
    if (containers[at].kind == ContainerKind::table) {
      if (frame.list >= 0 && context.is_frame(at)) break;
      // A list in a table's cell is lines of the cell.
      frame = {.table = at};
      break;
    }
  }
  return frame;
}

Text to_text(const Piece& piece, const Context& context) {
  const auto view = context.view(piece);
  Text text{Context::flat(view), context.span(view), asides_of(piece.range, context)};
  const auto& block = context.block(piece);
  const auto box = block.container >= 0 ? context.document.containers[block.container].task : 0;
  if (box != 0 && block.starts_item) text.ticked = box != ' ';
  if (block.starts_item && block.container >= 0 && context.document.containers[block.container].ordered) text.number = context.document.containers[block.container].index;
  return text;
}

// What follows on a line of its own.
void add_line(std::string& text, std::vector<Aside>& asides, const Text& line) {
  text += '\n';
  for (auto aside : line.asides) {
    aside.at += text.size();
    asides.push_back(std::move(aside));
  }
  text += line.text;
}

void extend(Span& span, const Span& by) {
  if (span.empty()) span = by;
  else span.end = std::max(span.end, by.end);
}

// Whether nothing but white space stands between a piece and the one before it, so that a text made of both has one span.
bool touches(const Piece& piece, const Piece* before, const Context& context) {
  if (before == nullptr || piece.range.begin < before->range.end || piece.range.begin > before->range.end + 1) return false;
  return context.document.text[before->range.end] != rift;
}

bool is_next_line(const Piece& piece, const Piece* before, const Context& context) {
  return touches(piece, before, context) && piece.range.begin == context.block(piece).range.begin;
}

void add_to_list(const Piece& piece, const Piece* before, const Frame& frame, Block& block, const Context& context) {
  const auto& source = context.block(piece);
  auto text = to_text(piece, context);
  extend(block.span, text.span);
  // A second paragraph of a list item stays with it.
  if (!source.starts_item && !block.items.empty() && is_next_line(piece, before, context)) {
    auto& last = block.items.back();
    add_line(last.text, last.asides, text);
    extend(last.span, text.span);
    return;
  }
  block.items.push_back(std::move(text));
  block.depths.push_back(frame.depth);
}

// The table that is being filled.
struct OpenTable {
  std::int32_t container = -1;
  std::int32_t row = -1;
  std::int32_t cell = -1;
  std::size_t gaps = 200;  // empty cells that may still be put in front of others; each cell with text allows more
};

void add_to_table(const Piece& piece, const Piece* before, Block& block, OpenTable& table, const Context& context) {
  const auto container = context.block(piece).container;
  const auto row = context.document.enclosing(container, ContainerKind::row);
  const auto cell = context.document.enclosing(container, ContainerKind::cell);
  auto text = to_text(piece, context);
  extend(block.span, text.span);
  // What follows in a cell behind a table of its own goes into a row of its own, below its column.
  const bool goes_on = cell == table.cell && touches(piece, before, context);
  if (block.rows.empty() || row != table.row || (cell == table.cell && !goes_on)) block.rows.emplace_back();
  auto& cells = block.rows.back();
  if (goes_on && !cells.empty()) {
    add_line(cells.back().text, cells.back().asides, text);
    extend(cells.back().span, text.span);
  } else {
    const auto column = static_cast<std::size_t>(cell >= 0 ? context.document.containers[cell].index : 0);
    for (table.gaps += 4; cells.size() < std::min<std::size_t>(column, 200) && table.gaps > 0; --table.gaps) cells.emplace_back();
    cells.push_back(std::move(text));
  }
  table.row = row;
  table.cell = cell;
}

// What stands behind a bullet typed in front of a paragraph of one line, as word processors leave it, be it behind a line break where the line before is such an entry (`follows`);
// nothing of any other.
std::optional<Piece> typed_entry(const Piece& piece, const TextBlock& source, bool follows, const Context& context) {
  constexpr std::u32string_view bullets = U"\u2022\u00B7\u25AA\u25CF\u25E6\u2023\uF0B7\uF0A7";
  const auto view = context.view(piece);
  if (source.kind != BlockKind::paragraph || (source.continues && !follows) || piece.range != source.range || bullets.find(first_character(view)) == std::u32string_view::npos || view.find('\n') != std::string_view::npos) return std::nullopt;
  const auto behind = after(view, view.substr(0, view.find(' ')));
  const auto text = trim(behind);
  if (view.find(' ') > 3 || text.empty()) return std::nullopt;
  return Piece{piece.block, context.range(text)};
}

bool is_in_first_row(std::int32_t container, const Context& context) {
  const auto row = context.document.enclosing(container, ContainerKind::row);
  return row >= 0 && context.document.containers[row].index == 0;
}

// Blocks that are struck as a whole, at `place`: in a list as entries of it.
void add_struck(std::uint32_t place, std::vector<Block>& blocks, const Context& context) {
  if (context.struck_shown > place) return;
  context.struck_shown = place + 1;
  for (const auto& aside : asides_in({place, place + 1}, context)) {
    if (aside.at != place || !aside.alone || aside.boilerplate) continue;
    auto text = struck_text(aside, context);
    const bool in_list = context.document.enclosing(aside.container, ContainerKind::list) >= 0;
    if (in_list && !blocks.empty() && blocks.back().type == BlockType::list) {
      blocks.back().items.push_back(std::move(text));
      blocks.back().depths.push_back(0);
    } else {
      blocks.push_back({.asides = std::move(text.asides), .span = text.span});
    }
  }
}

}  // namespace

std::vector<Block> to_blocks(const std::vector<Piece>& pieces, const Context& context, SoftLines lines) {
  std::vector<Block> blocks;
  blocks.reserve(pieces.size());  // growing would need twice the memory for a while
  std::int32_t open_list = -1;
  OpenTable table;
  const Piece* before = nullptr;
  bool typing = false;  // the last piece was an entry by its typed bullet
  for (const auto& piece : pieces) {
    if (piece.range.empty()) continue;
    const auto& source = context.block(piece);
    const auto frame = frame_of(piece, context);
    const bool goes_on_typing = std::exchange(typing, false);
    if (piece.range.begin == source.range.begin) add_struck(piece.range.begin, blocks, context);
    // The protocol table itself is no table of the body: its cells are the items.
    // What heads its columns, in front of them, is one row and no paragraphs.
    constexpr std::uint32_t longest_heading = 40;
    const bool heads = frame.table >= 0 && piece.range.size() <= longest_heading && lines == SoftLines::kept && context.is_frame(frame.table) && is_in_first_row(source.container, context);
    const bool protocol = frame.table >= 0 && context.is_frame(frame.table) && !heads;
    if (frame.list >= 0) {
      if (frame.list != open_list) blocks.push_back({.type = BlockType::list, .ordered = context.document.containers[frame.list].ordered});
      add_to_list(piece, before, frame, blocks.back(), context);
    } else if (frame.table >= 0 && !protocol) {
      if (frame.table != table.container) {
        blocks.push_back({.type = BlockType::table});
        table = {};
      }
      add_to_table(piece, before, blocks.back(), table, context);
    } else if (const auto entry = typed_entry(piece, source, goes_on_typing, context)) {
      if (blocks.empty() || !goes_on_typing || blocks.back().type != BlockType::list) blocks.push_back({.type = BlockType::list});
      auto text = to_text(*entry, context);
      extend(blocks.back().span, text.span);
      blocks.back().items.push_back(std::move(text));
      blocks.back().depths.push_back(0);
      typing = true;
    } else {
      auto text = to_text(piece, context);
      if (lines == SoftLines::kept) text.text = context.view(piece);
      if (source.continues && !blocks.empty() && blocks.back().type == BlockType::paragraph && is_next_line(piece, before, context)) {
        add_line(blocks.back().text, blocks.back().asides, text);
        extend(blocks.back().span, text.span);
      } else {
        blocks.push_back({.text = std::move(text.text), .asides = std::move(text.asides), .heading = source.kind == BlockKind::heading ? source.level : 0, .span = text.span});
      }
    }
    open_list = frame.list;
    table.container = frame.list < 0 && !protocol ? frame.table : -1;
    if (piece.range.end == source.range.end) add_struck(piece.range.end + 1, blocks, context);
    before = &piece;
  }
  return blocks;
}

std::vector<Link> links_in(const std::vector<Piece>& pieces, const Context& context) {
  std::vector<Link> found;
  const auto& links = context.document.links;
  for (const auto& piece : pieces) {
    auto link = std::lower_bound(links.begin(), links.end(), piece.range.begin, [](const DocumentLink& l, std::uint32_t begin) { return l.range.begin < begin; });
    for (; link != links.end() && link->range.begin < piece.range.end; ++link) {
      if (link->range.empty() || link->range.end > piece.range.end) continue;
      const auto text = context.view(link->range);
      found.push_back({Context::flat(text), link->href, context.span(text)});
    }
  }
  return found;
}

}  // namespace protokoll

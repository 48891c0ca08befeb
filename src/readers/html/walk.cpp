#include "readers/html/walk.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "readers/html/align.hpp"
#include "readers/html/boilerplate.hpp"
#include "readers/html/grid.hpp"
#include "readers/html/layout.hpp"
#include "readers/html/lists.hpp"
#include "readers/html/order.hpp"
#include "readers/html/style_sheet.hpp"
#include "readers/html/tags.hpp"
#include "readers/html/text_node.hpp"

namespace protokoll::html {
namespace {

// What holds for the blocks inside an element, and what is to be undone behind it.
struct Context {
  const GumboNode* node = nullptr;
  unsigned next_child = 0;
  std::uint8_t style = plain;  // of the builder, before the element
  bool boilerplate = false;    // likewise
  bool preformatted = false;   // likewise
  bool ends_link = false;
  int containers = 0;  // opened by the element
  bool ends_table = false;
  bool ends_list = false;
  BlockKind kind = BlockKind::paragraph;  // from here on: of the text in the element
  int level = 0;
  bool header = false;  // inside <thead>
  Span source;          // of the nearest block element
};

class Walker {
 public:
  Walker(Span range, DocumentBuilder& builder, const Layout& layout)
      : range_(range), builder_(builder), layout_(layout), styles_(style_classes(builder.source_text().substr(range.begin, range.size()))), origin_(builder.source_text().data()) {}

  void run(const GumboNode& document);
  /// Whether the page shows text in another order than the file.
  [[nodiscard]] bool is_reordered() const { return jumped_back_; }

 private:
  void enter(const GumboNode& node);
  void leave(const Context& context);
  void enter_block(const GumboElement& element, Context& context);
  void enter_inline(const GumboElement& element, Context& context);
  void enter_list(const GumboElement& element, Context& context);
  void enter_item(const GumboElement& element, Context& context);
  void enter_cell(const GumboElement& element, Context& context);
  void enter_row(Context& context);
  void apply_css(const GumboElement& element);
  void tick(const GumboElement& element);
  void apply_class(const GumboElement& element);
  void open(ContainerKind kind, Context& context);
  void text(const GumboNode& node);
  void end_where_source_jumps(Span place);
  void line_break(const Context& context);
  void start_line(const GumboElement& element, const LineStart& start, Span source);
  void end_line(const LineStart& line);
  void begin_text(const Context& context);
  [[nodiscard]] Span extent(const GumboElement& element) const;

  Span range_;
  DocumentBuilder& builder_;
  const Layout& layout_;
  StyleClasses styles_;
  const char* origin_;
  std::vector<Context> path_;
  std::vector<Grid> tables_;
  std::vector<ListState> lists_;
  std::size_t text_at_break_ = static_cast<std::size_t>(-1);  // how much text there was at the last <br>
  std::size_t source_end_ = 0;                                // of the last text
  bool jumped_back_ = false;
  bool preformatted_ = false;
  bool held_ = false;  // the open block waits for a line of another element
};

bool has_blocks(const GumboElement& element) {
  return std::any_of(element.children.data, element.children.data + element.children.length, [](const void* child) {
    const auto& node = *static_cast<const GumboNode*>(child);
    return node.type == GUMBO_NODE_ELEMENT && (traits(node.v.element.tag) & block) != 0;
  });
}

const GumboVector* children(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
      return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
      return &node.v.element.children;
    default:
      return nullptr;
  }
}

void Walker::run(const GumboNode& document) {
  Context root;
  root.node = &document;
  path_.push_back(root);
  while (!path_.empty()) {
    auto& context = path_.back();
    const auto* const nodes = children(*context.node);
    if (context.next_child < nodes->length) {
      enter(*static_cast<const GumboNode*>(nodes->data[context.next_child++]));
    } else {
      const Context done = context;
      path_.pop_back();
      if (done.node->type == GUMBO_NODE_ELEMENT) leave(done);
    }
  }
}

void Walker::enter(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      return text(node);
    case GUMBO_NODE_ELEMENT:
      break;
    default:
      return;
  }
  if (is_hidden(node)) return;
  const auto& element = node.v.element;
  Context context = path_.back();
  const auto* const line = layout_.find(node);
  if (element.tag == GUMBO_TAG_BR) return line ? start_line(element, *line, context.source) : line_break(context);
  context.node = &node;
  context.next_child = 0;
  context.style = builder_.style();
  context.boilerplate = builder_.boilerplate();
  context.preformatted = preformatted_;
  context.ends_link = context.ends_table = context.ends_list = false;
  context.containers = 0;
  if (line && line->joins) held_ = true;
  if (traits(element.tag) & block)
    enter_block(element, context);
  else
    enter_inline(element, context);
  if (line) start_line(element, *line, context.source);
  if (element.attributes.length > 0) {
    apply_css(element);
    apply_class(element);
  }
  path_.push_back(context);
}

void Walker::leave(const Context& context) {
  const auto& element = context.node->v.element;
  if (traits(element.tag) & block) {
    if (const auto* const line = layout_.last_in(*context.node)) end_line(*line);
    if (!held_) builder_.end();
    for (int i = 0; i < context.containers; ++i) builder_.close();
    if (context.ends_table) tables_.pop_back();
    if (context.ends_list) lists_.pop_back();
    builder_.set_boilerplate(context.boilerplate);
    preformatted_ = context.preformatted;
    builder_.set_preformatted(preformatted_);
  }
  if (context.ends_link) builder_.end_link();
  for (const auto style : all_styles) builder_.set_style(style, (context.style & style) != 0);
}

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

void Walker::open(ContainerKind kind, Context& context) {
  builder_.open(kind);
  ++context.containers;
}

void Walker::enter_block(const GumboElement& element, Context& context) {
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

void Walker::enter_inline(const GumboElement& element, Context& context) {
  switch (element.tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      builder_.set_style(bold, true);
      break;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_VAR:
      builder_.set_style(italic, true);
      break;
    case GUMBO_TAG_INS:
      // A change that was tracked is no emphasis.
      if (attribute(element, "datetime") != nullptr || attribute(element, "cite") != nullptr) break;
      [[fallthrough]];
    case GUMBO_TAG_U:
      builder_.set_style(underline, true);
      break;
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_DEL:
      builder_.set_style(strike, true);
      break;
    case GUMBO_TAG_INPUT:
      tick(element);
      break;
    case GUMBO_TAG_SUP:
      builder_.set_style(raised, true);
      break;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
      builder_.set_style(monospace, true);
      break;
    case GUMBO_TAG_A: {
      // Behind the pages pdftohtml lists their headings once more.
      if (const char* const name = attribute(element, "name"); name && std::string_view(name) == "outline" && !layout_.empty()) builder_.set_boilerplate(true);
      const char* const href = attribute(element, "href");
      if (href == nullptr || *href == '\0') break;
      builder_.begin_link(href);
      context.ends_link = true;
      break;
    }
    default:
      break;
  }
}

void Walker::apply_css(const GumboElement& element) {
  const char* const style = attribute(element, "style");
  if (style == nullptr) return;
  const Css css = parse_css(style);
  if (css.bold != 0) builder_.set_style(bold, css.bold > 0);
  if (css.italic != 0) builder_.set_style(italic, css.italic > 0);
  if (css.underline != 0) builder_.set_style(underline, true);
  if (css.strike != 0) builder_.set_style(strike, true);
  if (css.raised != 0 && !(traits(element.tag) & block)) builder_.set_style(raised, css.raised > 0);
}

void Walker::apply_class(const GumboElement& element) {
  const char* const names = attribute(element, "class");
  if (names == nullptr) return;
  const bool inline_text = !(traits(element.tag) & block);
  if (names_strike(names) || styles_.strikes(names)) builder_.set_style(strike, true);
  if (names_note(names) || (inline_text && styles_.raises(names))) builder_.set_style(raised, true);
}

// A box at the begin of a list's entry.
void Walker::tick(const GumboElement& element) {
  const char* const type = attribute(element, "type");
  if (type == nullptr || !equals_ignoring_case(type, "checkbox")) return;
  const auto& document = builder_.document();
  const auto item = document.enclosing(builder_.container(), ContainerKind::item);
  const bool first = item >= 0 && !builder_.in_block() && (document.blocks.empty() || document.blocks.back().container < item);
  if (first) builder_.document().containers[item].task = attribute(element, "checked") != nullptr ? 'x' : ' ';
}

void Walker::enter_list(const GumboElement& element, Context& context) {
  const auto list = begin_list(element);
  context.kind = BlockKind::paragraph;
  context.level = 0;
  open(ContainerKind::list, context);
  auto& container = builder_.document().containers.back();
  container.ordered = list.ordered;
  container.numerals = list.numerals;
  lists_.push_back(list);
  context.ends_list = true;
}

void Walker::enter_item(const GumboElement& element, Context& context) {
  open(ContainerKind::item, context);
  if (lists_.empty() || !lists_.back().ordered) return;
  auto& item = builder_.document().containers.back();
  item.ordered = true;
  item.index = next_number(lists_.back(), element);
}

void Walker::enter_row(Context& context) {
  open(ContainerKind::row, context);
  if (tables_.empty()) return;
  tables_.back().next_row();
  auto& row = builder_.document().containers.back();
  row.header = context.header;
  row.index = tables_.back().row();
}

void Walker::enter_cell(const GumboElement& element, Context& context) {
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

void Walker::begin_text(const Context& context) {
  if (builder_.in_block()) return;
  builder_.begin(context.kind, context.level);
  builder_.mark_source(context.source);
}

void Walker::text(const GumboNode& node) {
  const auto& context = path_.back();
  std::string own;
  const auto shown = text_of(node, own);
  // gumbo counts the U+FFFD that it makes of a NUL in <svg> as white space, so the text decides.
  if (!builder_.in_block() && shown.find_first_not_of(" \t\r\n\f") == std::string_view::npos) return;
  const auto& original = node.v.text.original_text;
  const auto begin = static_cast<std::size_t>(original.data - origin_);
  const Span place{std::min(begin, range_.end), std::min(range_.end, begin + original.length)};
  end_where_source_jumps(place);
  begin_text(context);
  if (!emit_verbatim(shown, place, builder_)) emit_text(shown, place, mode_of(node), builder_);
}

// A block holds only what stands together in the file, too.
void Walker::end_where_source_jumps(Span place) {
  const auto before = std::exchange(source_end_, place.end);
  if (place.begin == before) return;
  jumped_back_ = jumped_back_ || place.begin < before;
  if (!builder_.in_block()) return;
  if (place.begin < before || has_table_tag(builder_.source_text().substr(before, place.begin - before))) builder_.part();
}

// Two breaks with nothing visible between them are how old pages set paragraphs.
void Walker::line_break(const Context& context) {
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
    if (builder_.in_block() && element.original_tag.length > 0) builder_.replaced({tag, tag + element.original_tag.length}, " ");
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

}  // namespace

void walk(const GumboNode& document, Span range, DocumentBuilder& builder) {
  const Layout layout = has_placed_lines(builder.source_text().substr(range.begin, range.size())) ? Layout(document) : Layout();
  const auto style = builder.style();
  const auto first = builder.document().blocks.size();
  Walker walker(range, builder, layout);
  walker.run(document);
  builder.end();
  if (walker.is_reordered()) part_reordered(builder.document(), first);
  for (const auto bit : all_styles) builder.set_style(bit, (style & bit) != 0);
}

}  // namespace protokoll::html

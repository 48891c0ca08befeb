#include "readers/html/walk.hpp"

#include <utility>

#include "readers/html/order.hpp"
#include "readers/html/tags.hpp"
#include "readers/html/text_node.hpp"
#include "readers/html/walker.hpp"

namespace protokoll::html {
namespace {

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

}  // namespace

void Walker::run(const GumboNode& document) {
  ElementContext root;
  root.node = &document;
  path_.push_back(root);
  while (!path_.empty()) {
    auto& context = path_.back();
    const auto* const nodes = children(*context.node);
    if (context.next_child < nodes->length) {
      enter(*static_cast<const GumboNode*>(nodes->data[context.next_child++]));
    } else {
      const ElementContext done = context;
      path_.pop_back();
      if (done.node->type == GUMBO_NODE_ELEMENT) leave(done);
    }
  }
}

void Walker::enter(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_WHITESPACE:
      // The line that goes on says itself whether a blank stands between.
      return held_ ? void() : text(node);
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
      return text(node);
    case GUMBO_NODE_ELEMENT:
      break;
    default:
      return;
  }
  if (is_hidden(node)) return;
  const auto& element = node.v.element;
  ElementContext context = path_.back();
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

void Walker::leave(const ElementContext& context) {
  const auto& element = context.node->v.element;
  if (traits(element.tag) & block) {
    if (const auto* const line = layout_.last_in(*context.node)) end_line(*line);
    if (!held_) builder_.end();
    for (int i = 0; i < context.containers; ++i) builder_.close();
    if (context.ends_table) tables_.pop_back();
    if (context.ends_list) end_list();
    builder_.set_boilerplate(context.boilerplate);
    preformatted_ = context.preformatted;
    builder_.set_preformatted(preformatted_);
  }
  if (context.ends_link) builder_.end_link();
  for (const auto style : all_styles) builder_.set_style(style, (context.style & style) != 0);
}

void Walker::begin_text(const ElementContext& context) {
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

#include <utility>
#include <vector>

#include "readers/html/bounds.hpp"
#include "readers/html/flat.hpp"
#include "readers/html/html.hpp"
#include "readers/html/style_sheet.hpp"
#include "readers/html/tags.hpp"
#include "readers/html/text_node.hpp"
#include "readers/html/tree.hpp"

namespace protokoll {
namespace {

// Text nodes in the order of the tree, nothing else.
void append_text(const GumboNode& document, std::string& out) {
  std::string own;
  std::vector<std::pair<const GumboVector*, unsigned>> path{{&document.v.document.children, 0}};
  while (!path.empty()) {
    auto& [nodes, next] = path.back();
    if (next == nodes->length) {
      path.pop_back();
      out += ' ';
      continue;
    }
    const auto& node = *static_cast<const GumboNode*>(nodes->data[next++]);
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE)
      out += html::text_of(node, own);
    else if (node.type == GUMBO_NODE_ELEMENT && !html::is_hidden(node))
      path.emplace_back(&node.v.element.children, 0);
  }
}

struct Open {
  const GumboVector* nodes;
  unsigned next;
  bool struck, raised;
};

Open opened(const GumboElement& element, Open around, const html::StyleClasses& styles) {
  const char* const style = html::attribute(element, "style");
  const char* const names = html::attribute(element, "class");
  const auto css = html::parse_css(style ? style : "");
  const bool block = (html::traits(element.tag) & html::block) != 0;
  const bool struck = element.tag == GUMBO_TAG_S || element.tag == GUMBO_TAG_STRIKE || element.tag == GUMBO_TAG_DEL || css.strike > 0 || (names && (html::names_strike(names) || styles.strikes(names)));
  const bool raised = element.tag == GUMBO_TAG_SUP || (css.raised > 0 && !block) || (names && (html::names_note(names) || (!block && styles.raises(names))));
  return {&element.children, 0, around.struck || struck, around.raised || raised};
}

}  // namespace

void marked_html(std::string_view markup, std::size_t offset, std::vector<MarkedPlace>& places) {
  if (markup.empty() || html::find_excess(markup)) return;
  const html::Tree tree(markup);
  if (tree.document() == nullptr) return;
  const auto styles = html::style_classes(markup);
  std::vector<Open> path{{&tree.document()->v.document.children, 0, false, false}};
  while (!path.empty()) {
    auto& top = path.back();
    if (top.next == top.nodes->length) {
      path.pop_back();
      continue;
    }
    const auto& node = *static_cast<const GumboNode*>(top.nodes->data[top.next++]);
    if (node.type == GUMBO_NODE_TEXT && (top.struck || top.raised)) {
      const auto begin = offset + static_cast<std::size_t>(node.v.text.original_text.data - markup.data());
      places.push_back({{begin, begin + node.v.text.original_text.length}, top.struck});
    } else if (node.type == GUMBO_NODE_ELEMENT && !html::is_hidden(node)) {
      path.push_back(opened(node.v.element, top, styles));
    }
  }
}

void visible_html(std::string_view markup, std::string& out) {
  if (markup.empty()) return;
  if (!html::find_excess(markup)) {
    const html::Tree tree(markup);
    if (tree.document() != nullptr) return append_text(*tree.document(), out);
  }
  html::visible_flat(markup, out);
}

}  // namespace protokoll

#include <utility>
#include <vector>

#include "readers/html/bounds.hpp"
#include "readers/html/flat.hpp"
#include "readers/html/html.hpp"
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

}  // namespace

void visible_html(std::string_view markup, std::string& out) {
  if (markup.empty()) return;
  if (!html::find_excess(markup)) {
    const html::Tree tree(markup);
    if (tree.document() != nullptr) return append_text(*tree.document(), out);
  }
  html::visible_flat(markup, out);
}

}  // namespace protokoll

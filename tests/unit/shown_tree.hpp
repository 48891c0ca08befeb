/// A tree of gumbo's as text, to compare two of them.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace protokoll::html {

/// All that the walker looks at in a node, appended to `out`; places as offsets from `origin`.
inline void show(const GumboNode& node, const char* origin, std::string& out) {
  const auto piece = [&](GumboStringPiece text) {
    out += text.length == 0 ? "-" : std::to_string(text.data - origin) + "+" + std::to_string(text.length);
    out += ' ';
  };
  const GumboVector* children = nullptr;
  if (node.type == GUMBO_NODE_DOCUMENT) {
    children = &node.v.document.children;
  } else if (node.type == GUMBO_NODE_ELEMENT) {
    const auto& element = node.v.element;
    out += "<" + std::to_string(element.tag) + " ";
    piece(element.original_tag);
    piece(element.original_end_tag);
    if (element.original_end_tag.length > 0) out += std::to_string(element.end_pos.offset);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      out.append(" ").append(attribute.name).append("=[").append(attribute.value).append("]");
    }
    children = &element.children;
  } else {
    out += "'" + std::to_string(node.type) + " ";
    piece(node.v.text.original_text);
    out.append("[").append(node.v.text.text).append("]");
  }
  for (unsigned i = 0; children && i < children->length; ++i) show(*static_cast<const GumboNode*>(children->data[i]), origin, out);
  out += ">";
}

/// The tree of `markup`; empty if there is none.
inline std::string shown(const GumboNode* document, std::string_view markup) {
  std::string out;
  if (document) show(*document, markup.data(), out);
  return out;
}

}  // namespace protokoll::html

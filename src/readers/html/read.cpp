#include <fmt/format.h>

#include "readers/html/bounds.hpp"
#include "readers/html/flat.hpp"
#include "readers/html/html.hpp"
#include "readers/html/plain_tree.hpp"
#include "readers/html/tree.hpp"
#include "readers/html/walk.hpp"

namespace protokoll {
namespace {

const GumboElement* page(const GumboNode& document) {
  const auto& children = document.v.document.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& node = *static_cast<const GumboNode*>(children.data[i]);
    if (node.type == GUMBO_NODE_ELEMENT) return &node.v.element;
  }
  return nullptr;
}

}  // namespace

void read_html(Span range, DocumentBuilder& builder) {
  builder.end();
  if (range.empty()) return;
  const auto markup = builder.source_text().substr(range.begin, range.size());
  if (const html::PlainTree plain(markup); plain.document() != nullptr) {
    html::walk(*plain.document(), range, builder);
    builder.end();
    return;
  }
  auto excess = html::find_excess(markup);
  if (!excess) {
    const html::Tree tree(markup);
    if (tree.document() != nullptr) {
      const auto* const root = page(*tree.document());
      const char* const language = root == nullptr ? nullptr : html::attribute(*root, "lang");
      if (language != nullptr && builder.document().declared_language.empty()) builder.document().declared_language = language;
      html::walk(*tree.document(), range, builder);
      builder.end();
      return;
    }
    excess = {"markup-too-large", "more elements than 38 times its size in memory can hold", 0};
  }
  builder.report({std::string(excess.id),
                  Severity::warning,
                  fmt::format("the markup has {}; it is read as plain lines, without tables and lists", excess.reason),
                  {range.begin + excess.at, range.begin + excess.at}});
  html::read_flat(range, builder);
  builder.end();
}

}  // namespace protokoll

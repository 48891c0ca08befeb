/// The tree of markup so plain that nothing in it needs repair: what most cells of minutes are.
#pragma once

#include <gumbo.h>

#include <array>
#include <cstddef>
#include <memory_resource>
#include <string_view>

namespace protokoll::html {

/// Parses on construction, in a single pass and many times faster than gumbo, fragments of paragraphs, lists, links and inline
/// styles in which every element is closed in its turn. The markup must outlive the tree.
class PlainTree {
 public:
  explicit PlainTree(std::string_view markup);
  PlainTree(const PlainTree&) = delete;
  PlainTree& operator=(const PlainTree&) = delete;

  /// The document node as gumbo would make it (without fields that nobody reads); null for any other markup.
  [[nodiscard]] const GumboNode* document() const { return document_; }

 private:
  std::array<std::byte, 8192> first_;  // enough for most cells
  std::pmr::monotonic_buffer_resource memory_{first_.data(), first_.size()};
  const GumboNode* document_ = nullptr;
};

}  // namespace protokoll::html

/// gumbo's tree of a piece of markup, held in bounded memory.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string_view>

namespace protokoll::html {

/// What gumbo may take of memory: as much as the densest table needs that people have written, and some for small fragments.
inline constexpr std::size_t base_memory = std::size_t{8} << 20;
inline constexpr std::size_t memory_per_byte = 38;

/// Parses on construction; the markup must outlive the tree. Memory grows linearly with the markup or the tree is empty.
class Tree {
 public:
  explicit Tree(std::string_view markup);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// The document node; null if gumbo asked for more memory than well-meant markup needs.
  [[nodiscard]] const GumboNode* document() const { return document_; }
  /// The decoded text of a document that is one text in one element.
  [[nodiscard]] std::string_view only_text() const;

 private:
  class Arena;
  std::unique_ptr<Arena> arena_;
  const GumboNode* document_ = nullptr;
};

/// Whether an element, with all that is in it, is not shown: by its name, the attribute `hidden` or its style.
[[nodiscard]] bool is_hidden(const GumboNode& node);

/// The value of an attribute; null if the element lacks it.
[[nodiscard]] const char* attribute(const GumboElement& element, const char* name);
/// The whole number at the begin of an attribute, at most a milliard.
[[nodiscard]] int number(const GumboElement& element, const char* name, int otherwise);

}  // namespace protokoll::html

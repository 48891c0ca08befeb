/// The tags, comments and attributes of a source text, in whatever dialect they stand.
#pragma once

#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"
#include "readers/html/scanner.hpp"

namespace protokoll::publishing {

/// An attribute of a tag; spans in the source text, the value's without its quotes.
struct Attribute {
  Span name, value;
};

/// The tokens of a source text, which must outlive it.
class Markup {
 public:
  explicit Markup(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view view(Span span) const { return text_.substr(span.begin, span.size()); }
  /// In order, each character in exactly one. What begins like markup and never ends ("<Weis") is text.
  [[nodiscard]] const std::vector<html::Token>& tokens() const { return tokens_; }
  [[nodiscard]] std::vector<Attribute> attributes(const html::Token& tag) const;
  /// The value of the attribute of a name in any case; empty if the tag has none.
  [[nodiscard]] Span attribute(const html::Token& tag, std::string_view name) const;

 private:
  std::string_view text_;
  std::vector<html::Token> tokens_;
};

[[nodiscard]] inline Span span_of(const html::Token& token) { return {token.begin, token.end}; }
/// "<!-- ... -->"
[[nodiscard]] bool is_comment(const Markup& markup, const html::Token& token);
/// Whether an element of this name ends a line of text or a cell.
[[nodiscard]] bool ends_line(const html::Token& tag);

/// For each token the number of the one that ends the element it begins, or its own: a tag without an end, an end tag, a text.
[[nodiscard]] std::vector<std::size_t> ends_of_elements(const Markup& markup);

}  // namespace protokoll::publishing

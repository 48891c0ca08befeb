/// A linear reading of HTML as tags and text, without a tree: to judge a document before gumbo sees it, and to read it when gumbo must not.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string_view>

namespace protokoll::html {

enum class TokenKind {
  text,      ///< with entities
  raw_text,  ///< content of <script>, <textarea> and the like
  start_tag,
  end_tag,
  other,  ///< comment, doctype, processing instruction, unfinished tag
};

/// A stretch of the markup; `attributes` is what stands between the name and the closing '>'.
struct Token {
  TokenKind kind = TokenKind::text;
  std::size_t begin = 0;
  std::size_t end = 0;
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  std::string_view name = {};
  std::size_t attributes = 0;  ///< how many
};

/// Cuts markup into tokens as the tokenizer of the HTML standard does (section 13.2.5), each byte in exactly one token.
class Scanner {
 public:
  explicit Scanner(std::string_view markup) : markup_(markup) {}

  /// False at the end.
  bool next(Token& token);

 private:
  void markup_token(Token& token);
  void tag_token(Token& token, std::size_t name);
  void raw_token(Token& token);
  std::size_t end_of_comment(std::size_t from) const;

  std::string_view markup_;
  std::size_t at_ = 0;
  GumboTag raw_ = GUMBO_TAG_LAST;  // the element whose raw text comes next
  std::string_view raw_name_;
  bool foreign_ = false;  // inside or behind <svg> or <math>, where no content is raw text
};

/// True if markup begins at this '<': a tag, a comment, a declaration.
[[nodiscard]] bool is_markup(std::string_view text, std::size_t at);

/// The end of the markup that begins at `at` (see is_markup).
[[nodiscard]] std::size_t end_of_markup(std::string_view text, std::size_t at);

}  // namespace protokoll::html

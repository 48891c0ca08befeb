/// A document's words: read once, in one pass, each with what it is in the document's language.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "languages/language.hpp"
#include "languages/word_class.hpp"

namespace protokoll {

enum class TokenKind : std::uint8_t { word, number, mark };

/// A word, a number in digits, or a single mark (punctuation, sign).
struct Token {
  Range range;                ///< in Document::text
  WordClasses classes;        ///< of a phrase: with its first word; the others have none
  std::int32_t value = -1;    ///< of digits or of a number word; -1 if it has none or is above 999,999,999
  TokenKind kind = TokenKind::word;
  bool capital = false;       ///< begins with a capital letter
  bool inner = false;         ///< stands in a phrase that a word before it began
  char mark = 0;              ///< kind mark: its byte if it is ASCII, else 0

  [[nodiscard]] bool is(WordClass c) const { return classes.has(c); }
  [[nodiscard]] bool is_any(WordClasses some) const { return classes.any(some); }
};

using Tokens = std::span<const Token>;

class Reading {
 public:
  /// Both must outlive it.
  Reading(const Document& document, const Language& language);

  /// The tokens that lie whole within a view into Document::text.
  [[nodiscard]] Tokens tokens(std::string_view view) const;
  [[nodiscard]] Tokens tokens(Range range) const;
  /// All classes of a view's words together.
  [[nodiscard]] WordClasses classes(std::string_view view) const;
  [[nodiscard]] std::string_view text(const Token& token) const { return document_.view(token.range); }
  /// The classes of a token's word by itself, whatever phrase it stands in.
  [[nodiscard]] WordClasses alone(const Token& token) const;
  [[nodiscard]] const std::vector<Token>& all() const { return tokens_; }

 private:
  const Document& document_;
  const Language& language_;
  std::vector<Token> tokens_;
};

/// The first token with a class, from `from` on; the span's size if there is none.
[[nodiscard]] std::size_t find_class(Tokens tokens, WordClasses some, std::size_t from = 0);
[[nodiscard]] WordClasses all_classes(Tokens tokens);
/// The place behind the last token that is no mark: where the words of a sentence end.
[[nodiscard]] std::size_t end_of_words(Tokens tokens);

}  // namespace protokoll

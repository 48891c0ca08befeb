#include "words/tokens.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace protokoll {
namespace {

enum class Kind : std::uint8_t { letter, capital, digit, inside, apostrophe, space, mark };

struct Character {
  Kind kind;
  std::uint32_t size;
};

constexpr std::int32_t right_quote = 0x2019, non_breaking_hyphen = 0x2011, soft_hyphen = 0xAD;

Kind kind_of_ascii(unsigned char c) {
  if (c >= 'a' && c <= 'z') return Kind::letter;
  if (c >= 'A' && c <= 'Z') return Kind::capital;
  if (c >= '0' && c <= '9') return Kind::digit;
  if (c == '-') return Kind::inside;
  if (c == '\'') return Kind::apostrophe;
  return c <= ' ' || c == 0x7F ? Kind::space : Kind::mark;
}

Kind kind_of(std::int32_t c) {
  if (c == right_quote) return Kind::apostrophe;
  if (c == non_breaking_hyphen || c == soft_hyphen) return Kind::inside;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return Kind::capital;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return Kind::letter;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF: return Kind::space;
    default: return Kind::mark;
  }
}

Character character(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {kind_of_ascii(first), 1};
  std::int32_t code = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {Kind::mark, 1};
  return {kind_of(code), static_cast<std::uint32_t>(size)};
}

bool is_letter(Kind kind) { return kind == Kind::letter || kind == Kind::capital; }

class Cutter {
 public:
  Cutter(std::string_view text, std::uint32_t offset, std::vector<Token>& tokens) : text_(text), offset_(offset), tokens_(tokens) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto c = character(text_, at);
      if (c.kind == Kind::space) at += c.size;
      else if (c.kind == Kind::digit) at = number(at);
      else if (is_letter(c.kind)) at = word(at, c);
      else at = add(at, at + c.size, TokenKind::mark);
    }
  }

 private:
  std::size_t add(std::size_t begin, std::size_t end, TokenKind kind) {
    Token token;
    token.range = {offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
    token.kind = kind;
    if (kind == TokenKind::mark && end == begin + 1) token.mark = text_[begin];
    tokens_.push_back(token);
    return end;
  }

  std::size_t number(std::size_t begin) {
    constexpr std::int64_t highest = 999'999'999;
    std::int64_t value = 0;
    auto end = begin;
    for (; end < text_.size() && text_[end] >= '0' && text_[end] <= '9'; ++end) value = std::min(highest + 1, value * 10 + (text_[end] - '0'));
    add(begin, end, TokenKind::number);
    if (value <= highest) tokens_.back().value = static_cast<std::int32_t>(value);
    return end;
  }

  // Letters, with digits, hyphens and apostrophes between them.
  std::size_t word(std::size_t begin, Character first) {
    auto end = begin + first.size;
    std::size_t letters = 1, apostrophe = 0, before = 0;
    constexpr std::size_t longest_article = 2, shortest_noun = 3;
    while (end < text_.size()) {
      if (apostrophe > 0 && (before <= longest_article || letters - before >= shortest_noun)) break;
      const auto c = character(text_, end);
      if (is_letter(c.kind) || c.kind == Kind::digit) {
        end += c.size;
        ++letters;
        continue;
      }
      if (c.kind != Kind::inside && c.kind != Kind::apostrophe) break;
      const auto next = end + c.size;
      if (next >= text_.size() || !is_letter(character(text_, next).kind)) break;
      if (c.kind == Kind::apostrophe && apostrophe == 0) {
        apostrophe = next;
        before = letters;
      }
      end = next;
    }
    if (apostrophe > 0 && (before <= longest_article || letters - before >= shortest_noun)) end = apostrophe;
    add(begin, end, TokenKind::word);
    tokens_.back().capital = first.kind == Kind::capital;
    return end;
  }

  std::string_view text_;
  std::uint32_t offset_;
  std::vector<Token>& tokens_;
};

}  // namespace

void cut_tokens(std::string_view text, std::uint32_t offset, std::vector<Token>& tokens) { Cutter(text, offset, tokens).run(); }

}  // namespace protokoll

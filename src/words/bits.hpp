/// A text cut small enough for dates and times: digits stand by themselves, also within a word ("20h15", "3rd").
#pragma once

#include <string_view>
#include <vector>

#include "words/reading.hpp"

namespace protokoll {

struct Bit {
  std::string_view text;
  TokenKind kind = TokenKind::mark;
  std::int32_t value = -1;  ///< of digits

  [[nodiscard]] bool is_number() const { return kind == TokenKind::number; }
  [[nodiscard]] bool is_word() const { return kind == TokenKind::word; }
  [[nodiscard]] bool is(char mark) const { return text.size() == 1 && text[0] == mark; }
  [[nodiscard]] bool is_dash() const;
  [[nodiscard]] bool is_apostrophe() const;
};

class Bits {
 public:
  explicit Bits(std::string_view text);

  [[nodiscard]] std::size_t size() const { return bits_.size(); }
  /// Behind the last there is an empty one.
  [[nodiscard]] const Bit& operator[](std::size_t at) const;
  /// Whether nothing stands between the bit and the next one.
  [[nodiscard]] bool touches_next(std::size_t at) const;
  /// From the begin of the first bit to the end of the one before `end`.
  [[nodiscard]] std::string_view view(std::size_t first, std::size_t end) const;
  /// Whether the bit is part of an address in the net.
  [[nodiscard]] bool in_address(std::size_t at) const;

 private:
  void add(std::string_view text, TokenKind kind);

  std::string_view text_;
  std::vector<Bit> bits_;
};

}  // namespace protokoll

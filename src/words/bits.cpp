#include "words/bits.hpp"

#include <algorithm>
#include <array>

#include "words/tokens.hpp"

namespace protokoll {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool Bit::is_dash() const {
  constexpr std::array<std::string_view, 6> dashes{"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
  return std::find(dashes.begin(), dashes.end(), text) != dashes.end();
}

bool Bit::is_apostrophe() const { return text == "'" || text == "\xE2\x80\x99" || text == "\xE2\x80\x98"; }

Bits::Bits(std::string_view text) : text_(text) {
  std::vector<Token> tokens;
  cut_tokens(text, 0, tokens);
  bits_.reserve(tokens.size());
  for (const auto& token : tokens) add(text.substr(token.range.begin, token.range.size()), token.kind);
}

void Bits::add(std::string_view text, TokenKind kind) {
  while (!text.empty()) {
    auto end = text.size();
    if (kind == TokenKind::word) {
      const bool digits = is_ascii_digit(text[0]);
      end = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), [&](char c) { return is_ascii_digit(c) != digits; }) - text.begin());
    }
    Bit bit{text.substr(0, end), kind};
    if (is_ascii_digit(text[0])) {
      bit.kind = TokenKind::number;
      constexpr std::size_t most_digits = 8;
      if (end <= most_digits) {
        bit.value = 0;
        for (const char c : bit.text) bit.value = bit.value * 10 + (c - '0');
      }
    }
    bits_.push_back(bit);
    text.remove_prefix(end);
  }
}

const Bit& Bits::operator[](std::size_t at) const {
  static const Bit none;
  return at < bits_.size() ? bits_[at] : none;
}

bool Bits::touches_next(std::size_t at) const {
  return at + 1 < bits_.size() && bits_[at].text.data() + bits_[at].text.size() == bits_[at + 1].text.data();
}

std::string_view Bits::view(std::size_t first, std::size_t end) const {
  const auto begin = static_cast<std::size_t>(bits_[first].text.data() - text_.data());
  const auto& last = bits_[end - 1].text;
  return text_.substr(begin, static_cast<std::size_t>(last.data() + last.size() - text_.data()) - begin);
}

bool Bits::in_address(std::size_t at) const {
  constexpr std::string_view blank = " \n\t\f";
  constexpr std::size_t longest = 300;
  const auto place = static_cast<std::size_t>(bits_[at].text.data() - text_.data());
  const auto from = place < longest ? 0 : place - longest;
  const auto before = text_.substr(from, place - from);
  const auto gap = before.find_last_of(blank);
  const auto head = gap == std::string_view::npos ? before : before.substr(gap + 1);
  return head.find("://") != std::string_view::npos || head.find('@') != std::string_view::npos || head.find("www.") != std::string_view::npos;
}

}  // namespace protokoll

#include "readers/html/cut_words.hpp"

#include <algorithm>
#include <string_view>

namespace protokoll::html {
namespace {

bool is_letter(char c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0; }

std::size_t blank_size(std::string_view text, std::size_t at) { return text[at] == ' ' || text[at] == '\n' ? 1 : text.substr(at, 2) == "\xC2\xA0" ? 2 : 0; }

// Its letters from `at` on.
std::string_view word_at(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && is_letter(text[end]) && blank_size(text, end) == 0) ++end;
  return text.substr(at, end - at);
}

bool begins_small(std::string_view word) {
  return !word.empty() && ((word[0] >= 'a' && word[0] <= 'z') || (word.size() > 1 && word[0] == '\xC3' && static_cast<unsigned char>(word[1]) >= 0x9F));
}

// In hundredths of the font's size, for no font in particular.
int rough_width(std::string_view word) {
  int width = 0;
  for (const char c : word) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80) continue;
    width += std::string_view("iljtfrI").find(c) != std::string_view::npos ? 33 : std::string_view("mwMW").find(c) != std::string_view::npos ? 85 : c >= 'A' && c <= 'Z' ? 68 : 55;
  }
  return width;
}

}  // namespace

CutWords::CutWords(const std::vector<PageLine>& lines) {
  for (const auto& line : lines) {
    const std::string_view text = line.text;
    bool behind_blank = false;
    for (std::size_t at = 0; at < text.size();) {
      const auto word = word_at(text, at);
      if (!word.empty()) ++words_[std::string(word)];
      if (behind_blank && !word.empty()) inner_.emplace(word);
      const auto blank = word.empty() ? blank_size(text, at) : 0;
      behind_blank = blank > 0;
      at += std::max({word.size(), blank, std::size_t{1}});
    }
  }
}

bool CutWords::is_cut(const PageLine& line, const PageLine& next, int room) const {
  const auto front = std::min(line.text.find_first_not_of("(\"'"), line.text.size());
  const std::string head(word_at(line.text, front)), tail(word_at(next.text, 0));
  if (line.ends_blank || head.empty() || front + head.size() != line.text.size() || !begins_small(tail)) return false;
  // "Agenda" may be known from "Agendas" alone.
  constexpr std::size_t shortest = 6;
  const auto known = words_.lower_bound(head + tail);
  if (known != words_.end() && (known->first == head + tail || (head.size() >= shortest && known->first.starts_with(head + tail)))) return true;
  if (inner_.contains(tail)) return false;
  constexpr int least_share = 60;
  if (tail.size() == 1 || (room > 0 && rough_width(head) * line.size >= room * least_share)) return true;
  constexpr std::size_t long_word = 8;
  return head.size() >= long_word && words_.at(tail) == 1 && !inner_.contains(head);
}

}  // namespace protokoll::html

#include "publish/letters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace protokoll::publishing {
namespace {

using Codes = std::array<utf8proc_int32_t, 24>;

// Letters with a stroke are no accented ones for Unicode.
char32_t plain_letter(char32_t code) {
  switch (code) {
    case 0xF8: return 'o';
    case 0x142: return 'l';
    case 0x111: return 'd';
    case 0x131: return 'i';
    default: return code;
  }
}

bool is_letter_or_digit(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NL;
}

// Appends what a character is folded to: nothing of a mark or accent.
template <class Add>
void fold(char32_t code, Add add) {
  if (code < 0x80) {
    if (code >= 'A' && code <= 'Z') add(code + 32);
    else if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9')) add(code);
    return;
  }
  Codes codes;
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), codes.data(), codes.size(), options, &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, codes.size()); ++i) {
    const auto one = codes.at(static_cast<std::size_t>(i));
    if (one == 0xE6) {
      add('a');
      add('e');
    } else if (one == 0x153) {
      add('o');
      add('e');
    } else if (is_letter_or_digit(one)) {
      add(plain_letter(static_cast<char32_t>(one)));
    }
  }
}

std::uint16_t gap_of(char32_t code) {
  switch (code) {
    case Sign::inline_tag: return tag_within;
    case Sign::block_tag: return tag_of_line;
    case Sign::border: return limit;
    case '*': case '~': case '`': case 0xAD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF: return invisible;
    case '\n': return line_end;
    case '-': case 0x2010: case 0x2011: case 0x2012: case 0x2013: return hyphen;
    case '\'': case 0x2019: case 0x2BC: case 0xB4: return apostrophe;
    case '.': return dot;
    case ',': return comma;
    case '_': return low_line;
    case '(': case '[': return bracket | other_mark;
    default: break;
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  if (category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP) return blank;
  if (category == UTF8PROC_CATEGORY_CF) return invisible;
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME ? 0 : other_mark;
}

constexpr std::uint16_t seen = blank | line_end | hyphen | apostrophe | dot | comma | low_line | other_mark;

}  // namespace

std::vector<Letter> read_letters(const std::vector<Sign>& signs) {
  std::vector<Letter> letters;
  std::uint16_t gap = limit;
  for (std::uint32_t i = 0; i < signs.size(); ++i) {
    const auto code = signs[i].code;
    const auto before = letters.size();
    if (signs[i].is_character())
      fold(code, [&](char32_t folded) {
        letters.push_back({folded, i, letters.size() == before ? gap : std::uint16_t{0}, utf8proc_isupper(static_cast<utf8proc_int32_t>(code)) != 0, folded >= '0' && folded <= '9'});
      });
    if (letters.size() > before) {
      gap = 0;
      continue;
    }
    const auto more = gap_of(code);
    // A line end that carries a return, or an indent, is one.
    if ((more & seen) && (gap & seen) && code != '\r' && !((gap & line_end) && more == blank)) gap |= several;
    gap |= more;
  }
  letters.push_back({0, static_cast<std::uint32_t>(signs.size()), static_cast<std::uint16_t>(gap | limit)});
  return letters;
}

std::u32string folded(std::string_view text) {
  std::u32string letters;
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size > 0) fold(static_cast<char32_t>(code), [&](char32_t letter) { letters += letter; });
    text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
  }
  return letters;
}

namespace {

// "Mei-\ner", "Mei\ner", "Mei<br>er", "Mei-<br>er"
bool breaks_line(std::uint16_t gap) {
  const auto rest = gap & ~(invisible | tag_within | several);
  return rest == line_end || rest == (line_end | blank) || rest == (hyphen | line_end) || rest == (hyphen | line_end | blank) || rest == tag_of_line || rest == (hyphen | tag_of_line) ||
         rest == (tag_of_line | line_end) || rest == (hyphen | tag_of_line | line_end);
}

}  // namespace

bool is_one_word(const std::vector<Letter>& letters, LetterRange range) {
  bool hyphens = true, broken = false;
  for (auto i = range.begin + 1; i < range.end; ++i) {
    const auto gap = letters[i].gap;
    if ((gap & ~(invisible | tag_within)) == 0) continue;
    if (!breaks_line(gap)) return false;
    broken = true;
    hyphens = hyphens && (gap & hyphen);
  }
  // Without a hyphen two words of two lines could be meant as well, unless nothing else stands beside them.
  return !broken || hyphens || (parts_words(letters[range.begin].gap) && parts_words(letters[range.end].gap));
}

bool is_spaced_out(const std::vector<Letter>& letters, LetterRange range) {
  for (auto i = range.begin + 1; i < range.end; ++i)
    if ((letters[i].gap & ~(invisible | tag_within)) != blank) return false;
  return range.size() > 1 && parts_words(letters[range.begin].gap) && parts_words(letters[range.end].gap);
}

LetterRange word_around(const std::vector<Letter>& letters, LetterRange range) {
  while (range.begin > 0 && !parts_words(letters[range.begin].gap)) --range.begin;
  while (!parts_words(letters[range.end].gap)) ++range.end;
  return range;
}

SignRange signs_of(const std::vector<Letter>& letters, LetterRange range, const std::vector<Sign>& signs) {
  std::size_t end = letters[range.end - 1].sign + 1;
  const auto belongs = [](char32_t code) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
  };
  while (end < signs.size() && signs[end].is_character() && (belongs(signs[end].code) || signs[end].begin == signs[end - 1].begin)) ++end;
  return {letters[range.begin].sign, end};
}

void Patterns::add(std::u32string_view pattern, std::uint32_t number) {
  if (pattern.empty()) return;
  std::uint32_t node = 0;
  for (const auto letter : pattern) {
    auto& next = nodes_[node].next;
    const auto found = std::find_if(next.begin(), next.end(), [&](const auto& edge) { return edge.first == letter; });
    if (found != next.end()) {
      node = found->second;
      continue;
    }
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    next.emplace_back(letter, fresh);
    nodes_.emplace_back();
    node = fresh;
  }
  auto& index = nodes_[node].pattern;
  if (index < 0) {
    index = static_cast<std::int32_t>(patterns_.size());
    patterns_.push_back({pattern.size(), {}});
  }
  auto& numbers = patterns_[static_cast<std::size_t>(index)].numbers;
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

std::uint32_t Patterns::child(std::uint32_t node, char32_t letter) const {
  const auto& next = nodes_[node].next;
  const auto found = std::lower_bound(next.begin(), next.end(), letter, [](const auto& edge, char32_t l) { return edge.first < l; });
  return found != next.end() && found->first == letter ? found->second : 0;
}

std::uint32_t Patterns::step(std::uint32_t node, char32_t letter) const {
  while (true) {
    if (const auto next = child(node, letter)) return next;
    if (node == 0) return 0;
    node = nodes_[node].fallback;
  }
}

// Aho and Corasick, "Efficient string matching", 1975.
void Patterns::finish() {
  for (auto& node : nodes_) std::sort(node.next.begin(), node.next.end());
  std::vector<std::uint32_t> order{0};
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const auto& [letter, next] : nodes_[order[i]].next) {
      order.push_back(next);
      if (order[i] != 0) nodes_[next].fallback = step(nodes_[order[i]].fallback, letter);
      nodes_[next].output = nodes_[next].pattern >= 0 ? next : nodes_[nodes_[next].fallback].output;
    }
}

std::vector<Patterns::Hit> Patterns::find(const std::vector<Letter>& letters) const {
  std::vector<Hit> hits;
  std::uint32_t node = 0;
  for (std::uint32_t i = 0; i + 1 < letters.size(); ++i) {
    if (letters[i].gap & limit) node = 0;
    node = step(node, letters[i].folded);
    for (auto output = nodes_[node].output; output != 0; output = nodes_[nodes_[output].fallback].output) {
      const auto pattern = static_cast<std::uint32_t>(nodes_[output].pattern);
      const auto size = static_cast<std::uint32_t>(patterns_[pattern].size);
      hits.push_back({{i + 1 - size, i + 1}, pattern});
    }
  }
  return hits;
}

}  // namespace protokoll::publishing

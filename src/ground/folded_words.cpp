#include "ground/folded_words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <functional>

namespace protokoll::grounds {
namespace {

enum class CharKind : std::uint8_t { letter, digit, sign, hyphen, dash, space, line_end, nothing, other };

CharKind kind_of(std::int32_t c) {
  constexpr std::int32_t soft_hyphen = 0xAD, hyphen = 0x2010, firm_hyphen = 0x2011, figure_dash = 0x2012, last_dash = 0x2015, minus = 0x2212;
  if (c == '-' || c == hyphen || c == firm_hyphen) return CharKind::hyphen;
  if ((c >= figure_dash && c <= last_dash) || c == minus) return CharKind::dash;
  if (c == '\n' || c == rift) return CharKind::line_end;
  if (c == soft_hyphen) return CharKind::nothing;
  if (c == '%' || c == '+' || c == '=' || c == '&' || c == 0xA7 || c == 0xB0) return CharKind::sign;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME: return CharKind::letter;
    case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO: return CharKind::digit;
    case UTF8PROC_CATEGORY_SC: return CharKind::sign;
    case UTF8PROC_CATEGORY_CF: return CharKind::nothing;
    case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP: case UTF8PROC_CATEGORY_CC: return CharKind::space;
    default: return CharKind::other;
  }
}

/// Simple and full case folding, decomposed; ligatures and full-width letters as what they stand for.
void append_folded(std::int32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return;
  }
  const bool of_form = (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFF01 && c <= 0xFF5E);
  const auto how = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | (of_form ? UTF8PROC_COMPAT : 0));
  std::array<utf8proc_int32_t, 16> parts;
  int boundary = 0;
  const auto count = utf8proc_decompose_char(c, parts.data(), parts.size(), how, &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i) {
    std::array<utf8proc_uint8_t, 4> bytes;
    const auto size = utf8proc_encode_char(parts.at(static_cast<std::size_t>(i)), bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
  }
}

struct Character {
  std::int32_t code = 0;
  std::uint32_t size = 0;
  CharKind kind = CharKind::nothing;
};

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, 0, CharKind::other};
  utf8proc_int32_t code = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {0xFFFD, 1, CharKind::other};
  return {code, static_cast<std::uint32_t>(size), kind_of(code)};
}

class Cutter {
 public:
  Cutter(std::string_view text, std::function<std::uint32_t(const std::string&)> number) : text_(text), number_(std::move(number)) {}

  std::vector<FoldedWord> cut() {
    while (at_ < text_.size()) {
      const auto c = character_at(text_, at_);
      if (c.kind == CharKind::letter || c.kind == CharKind::digit) add(c);
      else if (c.kind == CharKind::sign) sign(c);
      else if (c.kind == CharKind::hyphen && joins(c)) continue;
      else if (c.kind != CharKind::nothing) gap(c);
      at_ += c.size;
    }
    finish();
    return std::move(words_);
  }

 private:
  void add(const Character& c) {
    if (word_.empty()) {
      current_ = {};
      current_.range.begin = static_cast<std::uint32_t>(at_);
      all_digits_ = c.kind == CharKind::digit;
      length_ = 0;
    }
    all_digits_ = all_digits_ && c.kind == CharKind::digit;
    append_folded(c.code, word_);
    ++length_;
    last_letter_ = c.kind == CharKind::letter;
    current_.range.end = static_cast<std::uint32_t>(at_ + c.size);
  }

  void sign(const Character& c) {
    finish();
    add(c);
    all_digits_ = false;
    finish();
    after_number_ = false;
  }

  /// A hyphen between letters is a part of the word, also where a line ends behind it.
  bool joins(const Character& hyphen) {
    if (word_.empty() || !last_letter_) return false;
    auto next = at_ + hyphen.size;
    auto c = character_at(text_, next);
    bool space = false, line_end = false;
    while (c.kind == CharKind::space || c.kind == CharKind::line_end || c.kind == CharKind::nothing) {
      space = space || c.kind != CharKind::nothing;
      line_end = line_end || c.kind == CharKind::line_end;
      next += c.size;
      c = character_at(text_, next);
    }
    if (c.kind != CharKind::letter || (space && utf8proc_category(c.code) != UTF8PROC_CATEGORY_LL)) return false;
    const auto bit = std::uint64_t{1} << std::min(length_, 63U);
    (line_end ? current_.soft_hyphens : current_.hard_hyphens) |= bit;
    at_ = next;
    return true;
  }

  void gap(const Character& c) {
    finish();
    if (c.kind == CharKind::space || c.kind == CharKind::line_end) {
      spaced_ = true;
      return;
    }
    ++marks_;
    mark_ = c.kind == CharKind::hyphen || c.kind == CharKind::dash ? '-' : c.code == 0x2019 ? '\'' : c.code < 0x80 ? static_cast<char>(c.code) : '?';
    mark_spaced_ = spaced_;
  }

  void finish() {
    if (word_.empty()) return;
    if (all_digits_ && after_number_ && marks_ == 1 && !mark_spaced_) {
      current_.separator = mark_;
      current_.tight = !spaced_;
    }
    current_.id = number_(word_);
    words_.push_back(current_);
    word_.clear();
    after_number_ = all_digits_;
    marks_ = 0;
    spaced_ = mark_spaced_ = false;
  }

  std::string_view text_;
  std::function<std::uint32_t(const std::string&)> number_;
  std::vector<FoldedWord> words_;
  std::string word_;
  FoldedWord current_;
  std::size_t at_ = 0;
  unsigned length_ = 0, marks_ = 0;
  char mark_ = 0;
  bool all_digits_ = false, last_letter_ = false, after_number_ = false, spaced_ = false, mark_spaced_ = false;
};

}  // namespace

std::uint32_t Vocabulary::find(const std::string& word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? unknown : found->second;
}

std::vector<FoldedWord> fold_words(std::string_view text, Vocabulary& vocabulary) {
  return Cutter(text, [&](const std::string& word) { return vocabulary.add(word); }).cut();
}

std::vector<FoldedWord> fold_words(std::string_view text, const Vocabulary& vocabulary) {
  return Cutter(text, [&](const std::string& word) { return vocabulary.find(word); }).cut();
}

bool is_same(const FoldedWord& of_document, const FoldedWord& of_value, bool first) {
  if (of_document.id != of_value.id || of_value.id == Vocabulary::unknown) return false;
  const auto written = of_value.hard_hyphens | of_value.soft_hyphens;
  if ((of_document.hard_hyphens & ~written) != 0 || (written & ~(of_document.hard_hyphens | of_document.soft_hyphens)) != 0) return false;
  return first || of_document.separator == of_value.separator;
}

}  // namespace protokoll::grounds

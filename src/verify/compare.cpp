#include "verify/compare.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>

namespace protokoll {
namespace {

bool is_visible(utf8proc_int32_t code_point) {
  switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF: return false;
    default: return true;
  }
}

/// A raised figure may be written as a raised character.
utf8proc_int32_t lowered(utf8proc_int32_t code_point) {
  if (code_point == 0xB9) return '1';
  if (code_point == 0xB2 || code_point == 0xB3) return '2' + (code_point - 0xB2);
  return code_point == 0x2070 || (code_point >= 0x2074 && code_point <= 0x2079) ? '0' + (code_point - 0x2070) : code_point;
}

int combining_class(char32_t code_point) { return utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point))->combining_class; }

/// Canonical order (Unicode 3.11, D109). utf8proc's own sorting takes quadratic time on long runs of marks.
void order_marks(std::vector<char32_t>& code_points) {
  for (auto at = code_points.begin(); at != code_points.end();) {
    const auto begin = std::find_if(at, code_points.end(), [](char32_t c) { return combining_class(c) != 0; });
    at = std::find_if(begin, code_points.end(), [](char32_t c) { return combining_class(c) == 0; });
    if (at - begin > 1) std::stable_sort(begin, at, [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
  }
}

using Text = std::vector<char32_t>;

/// Of a stretch that is not empty at least 1: a mark alone differs, too.
std::size_t count_characters(const Text& text, std::size_t begin, std::size_t size) {
  const auto count = std::count_if(text.begin() + begin, text.begin() + begin + size, [](char32_t c) { return combining_class(c) == 0; });
  return size == 0 ? 0 : std::max<std::size_t>(1, static_cast<std::size_t>(count));
}

/// How far to skip in `a` and `b` until they agree again; nothing if that is too far away.
struct Skip {
  std::size_t a, b;
};

std::optional<Skip> resynchronise(const Text& a, std::size_t i, const Text& b, std::size_t j, std::size_t window) {
  constexpr std::size_t enough = 12;
  const auto agree = [&](std::size_t x, std::size_t y) {
    const auto length = std::min({enough, a.size() - x, b.size() - y});
    return length > 0 && std::equal(a.begin() + x, a.begin() + x + length, b.begin() + y);
  };
  for (std::size_t distance = 1; distance <= window; ++distance) {
    if (i + distance < a.size() && agree(i + distance, j)) return Skip{distance, 0};
    if (j + distance < b.size() && agree(i, j + distance)) return Skip{0, distance};
    if (i + distance < a.size() && j + distance < b.size() && agree(i + distance, j + distance)) return Skip{distance, distance};
  }
  return std::nullopt;
}

}  // namespace

VisibleText::VisibleText(std::string_view text) {
  code_points_.reserve(text.size());
  while (!text.empty()) {
    utf8proc_int32_t code_point;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
    code_point = size > 0 ? lowered(code_point) : 0xFFFD;
    if (!is_visible(code_point)) continue;
    ++characters_;
    std::array<utf8proc_int32_t, 8> decomposed;
    int boundary = 0;
    const auto count = utf8proc_decompose_char(code_point, decomposed.data(), decomposed.size(), static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE),
                                               &boundary);
    for (utf8proc_ssize_t i = 0; i < count; ++i) code_points_.push_back(static_cast<char32_t>(decomposed.at(static_cast<std::size_t>(i))));
  }
  order_marks(code_points_);
}

bool VisibleText::contains(const VisibleText& part) const {
  return std::search(code_points_.begin(), code_points_.end(), part.code_points_.begin(), part.code_points_.end()) != code_points_.end();
}

bool VisibleText::surrounds(const VisibleText& part) const {
  const auto& whole = code_points_;
  const auto& wanted = part.code_points_;
  if (wanted.empty() || whole.size() < wanted.size() || whole.size() > 2 * wanted.size()) return false;
  if (whole.front() != wanted.front() || whole.back() != wanted.back()) return false;
  std::size_t found = 0;
  for (const auto c : whole) found += found < wanted.size() && c == wanted[found];
  return found == wanted.size();
}

std::optional<VisibleText> VisibleText::beyond(const VisibleText& rest) const {
  if (rest.code_points_.size() > code_points_.size()) return std::nullopt;
  const auto [here, there] = std::mismatch(rest.code_points_.begin(), rest.code_points_.end(), code_points_.begin());
  const auto end = there + static_cast<std::ptrdiff_t>(code_points_.size() - rest.code_points_.size());
  if (!std::equal(here, rest.code_points_.end(), end)) return std::nullopt;
  VisibleText more;
  more.code_points_.assign(there, end);
  more.characters_ = more.code_points_.size();
  return more;
}

VisibleText VisibleText::without_punctuation() const {
  VisibleText plain;
  for (const auto c : code_points_)
    if (c >= 0x80 || std::isalnum(static_cast<int>(c))) plain.code_points_.push_back(c);
  plain.characters_ = plain.code_points_.size();
  return plain;
}

std::string VisibleText::excerpt(std::size_t begin, std::size_t size) const {
  std::string text;
  for (auto i = begin; i < std::min(begin + size, code_points_.size()); ++i) {
    std::array<utf8proc_uint8_t, 4> bytes;
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_points_[i]), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
  }
  return text;
}

Difference compare(const VisibleText& document, const VisibleText& tiles) {
  // A failed search costs a window's length and then skips as much, so that all searches together stay linear.
  constexpr std::size_t window = 1 << 15;
  constexpr std::size_t context = 30;
  const auto& a = document.code_points();
  const auto& b = tiles.code_points();
  Difference difference;
  std::size_t i = 0, j = 0;
  while (true) {
    const auto [left, right] = std::mismatch(a.begin() + i, a.end(), b.begin() + j, b.end());
    i = static_cast<std::size_t>(left - a.begin());
    j = static_cast<std::size_t>(right - b.begin());
    if (i == a.size() && j == b.size()) return difference;
    if (difference.first.empty()) {
      const auto before = std::min(i, context);
      difference.first = fmt::format("after '{}' the document shows '{}', the tiles hold '{}'", document.excerpt(i - before, before), document.excerpt(i, context),
                                     tiles.excerpt(j, context));
    }
    const auto skip = resynchronise(a, i, b, j, window).value_or(Skip{std::min(window, a.size() - i), std::min(window, b.size() - j)});
    difference.lost += count_characters(a, i, skip.a);
    difference.invented += count_characters(b, j, skip.b);
    i += skip.a;
    j += skip.b;
  }
}

}  // namespace protokoll

#include "rules/support/words.hpp"

#include <fmt/format.h>
#include <re2/re2.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

namespace protokoll {

namespace {

std::string mapped(std::string_view text, utf8proc_option_t options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  return size < 0 ? std::string(text) : std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
}

constexpr auto decomposed = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);

std::u32string characters(std::string_view text) {
  std::u32string found;
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const auto size = std::max<utf8proc_ssize_t>(1, utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &character));
    found += static_cast<char32_t>(character);
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return found;
}

}  // namespace

std::string in_small_letters(std::string_view text) { return mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD)); }

std::string without_marks(std::string_view text) { return mapped(text, static_cast<utf8proc_option_t>(decomposed | UTF8PROC_STRIPMARK)); }

std::string transliterated(std::string_view text) {
  static const re2::RE2 diaeresis("\u0308");
  auto letters = mapped(text, decomposed);
  re2::RE2::GlobalReplace(&letters, diaeresis, "e");
  return without_marks(letters);
}

bool same_but_for_marks(std::string_view a, std::string_view b) {
  const auto first = without_marks(a), second = without_marks(b);
  return first == second || transliterated(a) == second || first == transliterated(b);
}

bool one_letter_apart(std::string_view a, std::string_view b) {
  auto shorter = characters(a), longer = characters(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (longer.size() - shorter.size() > 1 || shorter == longer) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
  const auto rest = shorter.substr(std::min(shorter.size(), at + (shorter.size() == longer.size())));
  return rest == longer.substr(at + 1);
}

std::vector<std::string> near_keys(std::string_view word) {
  std::vector<std::string> keys{std::string(word)};
  for (std::size_t begin = 0; begin < word.size();) {
    auto end = begin + 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
    keys.push_back(fmt::format("{}{}", word.substr(0, begin), word.substr(end)));
    begin = end;
  }
  return keys;
}

bool has_only_capitals(std::string_view text) {
  bool capitals = false;
  for (const auto character : characters(text)) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    if (category == UTF8PROC_CATEGORY_LL) return false;
    capitals = capitals || category == UTF8PROC_CATEGORY_LU;
  }
  return capitals;
}

std::string only_letters(std::string_view text) {
  std::string kept;
  auto plain = without_marks(text);
  // Dashes and quotation marks (U+2000 to U+203F) are none.
  for (auto at = plain.find("\xE2\x80"); at != std::string::npos; at = plain.find("\xE2\x80", at)) plain.erase(at, 3);
  for (const char c : plain)
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) kept += c;
  return kept;
}

std::vector<std::string> long_words(std::string_view text) {
  constexpr std::size_t shortest = 4;
  std::vector<std::string> words(1);
  for (const char c : without_marks(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) words.back() += c;
    else words.emplace_back();
  }
  std::erase_if(words, [](const std::string& word) { return word.size() < shortest; });
  return words;
}

namespace {

bool same_begin(std::string_view a, std::string_view b) {
  constexpr std::size_t stem = 6;
  const auto length = std::min({a.size(), b.size(), stem});
  return a.substr(0, length) == b.substr(0, length);
}

}  // namespace

bool share_a_word(std::string_view a, std::string_view b) {
  const auto ours = long_words(a), theirs = long_words(b);
  return std::any_of(ours.begin(), ours.end(), [&](const std::string& word) {
    return std::any_of(theirs.begin(), theirs.end(), [&](const std::string& other) { return same_begin(word, other); });
  });
}

std::string_view last_name(std::string_view name) {
  const auto space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

std::string_view first_name(std::string_view name) {
  const auto space = name.rfind(' ');
  return space == std::string_view::npos ? std::string_view{} : name.substr(0, space);
}

}  // namespace protokoll

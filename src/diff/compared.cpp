#include "diff/compared.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace protokoll::differences {
namespace {

constexpr utf8proc_int32_t replacement = 0xFFFD;

/// Case folded, in NFC, without what has no width.
std::string folded(std::string_view text) {
  // Most words are of plain letters.
  if (std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; })) {
    std::string lower(text);
    for (auto& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
  }
  utf8proc_uint8_t* mapped = nullptr;
  constexpr auto how = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &mapped, how);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  // What is no UTF-8 is compared byte by byte.
  return size < 0 ? std::string(text) : std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
}

struct Letter {
  utf8proc_int32_t value;
  std::size_t size;
};

Letter letter_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return {text[at], 1};
  utf8proc_int32_t value;
  const auto rest = text.substr(at);
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()), static_cast<utf8proc_ssize_t>(rest.size()), &value);
  return size > 0 ? Letter{value, static_cast<std::size_t>(size)} : Letter{replacement, 1};
}

bool is_space(utf8proc_int32_t c) {
  const auto category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP || (c >= '\t' && c <= '\r');
}

bool is_punctuation(utf8proc_int32_t c) {
  // Signs that count: a hundredth, a paragraph, a part.
  if (c == '%' || c == '&' || c == '#' || c == '@' || c == 0xA7 || c == 0x2030 || c == 0xB6) return false;
  const auto category = utf8proc_category(c);
  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

/// Of dashes and apostrophes one of each.
std::string_view plain(std::string_view shown, utf8proc_int32_t c) {
  const auto category = utf8proc_category(c);
  if (category == UTF8PROC_CATEGORY_PD || c == 0x2212) return "-";
  if (category == UTF8PROC_CATEGORY_PI || category == UTF8PROC_CATEGORY_PF || c == '`' || c == 0xB4 || c == 0x2019) return "'";
  return shown;
}

bool is_dash(utf8proc_int32_t c) { return c == 0x2212 || utf8proc_category(c) == UTF8PROC_CATEGORY_PD; }

/// The word without marks at its edges; the minus of a figure stays.
std::string key_of(std::string_view word) {
  const auto whole = folded(word);
  std::string key;
  std::size_t solid = 0;  // of the key, up to the last letter
  utf8proc_int32_t before = 0;
  for (std::size_t at = 0; at < whole.size();) {
    const auto letter = letter_at(whole, at);
    const auto shown = std::string_view(whole).substr(at, letter.size);
    at += letter.size;
    if (is_punctuation(letter.value)) {
      if (!key.empty()) key += plain(shown, letter.value);
    } else {
      if (key.empty() && is_dash(before) && utf8proc_category(letter.value) == UTF8PROC_CATEGORY_ND) key.assign(1, '-');
      key += plain(shown, letter.value);
      solid = key.size();
    }
    before = letter.value;
  }
  key.resize(solid);
  // A mathematical minus alone is a dash, though no punctuation.
  if (key.size() == 1 && key[0] == '-') key.clear();
  return key;
}

}  // namespace

std::vector<ComparedWord> compared_words(std::string_view text) {
  std::vector<ComparedWord> words;
  std::string leading;
  const auto take = [&](std::string_view word) {
    if (word.empty()) return;
    if (auto key = key_of(word); !key.empty()) {
      words.push_back({std::move(key), leading.append(word)});
      leading.clear();
    } else if (words.empty()) {
      leading.append(word).append(1, ' ');
    } else {
      words.back().shown.append(1, ' ').append(word);
    }
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = letter_at(text, at);
    if (is_space(letter.value)) {
      take(text.substr(begin, at - begin));
      begin = at + letter.size;
    }
    at += letter.size;
  }
  take(text.substr(begin));
  return words;
}

std::string compared(std::string_view text) {
  std::string out;
  for (const auto& word : compared_words(text)) {
    if (!out.empty()) out += ' ';
    out += word.key;
  }
  return out;
}

}  // namespace protokoll::differences

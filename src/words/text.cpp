#include "words/text.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "document/document.hpp"

namespace protokoll {
namespace {

constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

char32_t decode(std::string_view text, std::size_t at, std::size_t& size) {
  if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
    size = 1;
    return byte;
  }
  utf8proc_int32_t code = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  size = length > 0 ? static_cast<std::size_t>(length) : 1;
  return length > 0 ? static_cast<char32_t>(code) : 0xFFFD;
}

std::size_t last_start(std::string_view text) {
  auto at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

std::string_view trim(std::string_view text) {
  std::size_t begin = 0, end = text.size();
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

namespace {

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_unwanted(char32_t c, std::u32string_view characters) { return c == ' ' || c == '\n' || characters.find(c) != std::u32string_view::npos; }

}  // namespace

std::string_view trim_front(std::string_view text, std::u32string_view characters) {
  while (!text.empty() && !is_plain(text.front())) {
    std::size_t size = 0;
    if (!is_unwanted(decode(text, 0, size), characters)) break;
    text.remove_prefix(size);
  }
  return text;
}

std::string_view trim(std::string_view text, std::u32string_view characters) {
  text = trim_front(text, characters);
  while (!text.empty() && !is_plain(text.back()) && is_unwanted(last_character(text), characters)) text.remove_suffix(text.size() - last_start(text));
  return text;
}

std::string_view after(std::string_view outer, std::string_view inner) {
  return outer.substr(static_cast<std::size_t>(inner.data() + inner.size() - outer.data()));
}

std::string_view before(std::string_view outer, std::string_view inner) { return outer.substr(0, static_cast<std::size_t>(inner.data() - outer.data())); }

std::string_view starting_at(std::string_view outer, std::string_view inner) { return outer.substr(static_cast<std::size_t>(inner.data() - outer.data())); }

bool is_parted(std::string_view first, std::string_view last) {
  const auto* const end = first.data() + first.size();
  return end < last.data() && std::find(end, last.data(), rift) != last.data();
}

std::string_view join(std::string_view first, std::string_view last) {
  if (last.data() < first.data() || is_parted(first, last)) return first;
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

char32_t first_character(std::string_view text) {
  std::size_t size = 0;
  return text.empty() ? 0 : decode(text, 0, size);
}

char32_t last_character(std::string_view text) {
  std::size_t size = 0;
  return text.empty() ? 0 : decode(text, last_start(text), size);
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_all_capitals(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0, size = 0; at < text.size(); at += size) {
    const auto c = decode(text, at, size);
    if (is_lower(c)) return false;
    letters += is_letter(c);
  }
  return letters >= 2;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  found.reserve(1 + text.size() / 5);
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at > begin) found.push_back(text.substr(begin, at - begin));
    ++at;
  }
  return found;
}

bool has_words(std::string_view text, std::size_t count) {
  for (std::size_t at = 0; count > 0; --count) {
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at == text.size()) return false;
    while (at < text.size() && !is_blank(text[at])) ++at;
  }
  return true;
}

std::string_view last_words(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  text.remove_prefix(text.size() - most);
  text.remove_prefix(std::min(text.find_first_of(" \n"), text.size()));
  return text;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
  return text.substr(0, end);
}

std::string_view last_word(std::string_view text) {
  auto begin = text.size();
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
  return text.substr(begin);
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> found;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (const auto line = trim(text.substr(at, end - at)); !line.empty()) found.push_back(line);
    at = end + 1;
  }
  return found;
}

namespace {

constexpr std::u32string_view closing = U"\"'”“’‘»«)]";

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(static_cast<unsigned char>(c)); });
}

// "Carried by 14 votes to 9. It was then agreed …": behind a count a sentence ends where the language writes no ordinals with a full stop, or a word
// follows that no ordinal stands in front of. The number of a label ("Item 4. Roof") is none, and a value ("For: 12. Against: 3.") goes on.
bool ends_count(std::string_view head, std::string_view number, std::string_view rest, const Language& language) {
  constexpr std::size_t label = 2;  // words
  if (!is_digits(number) || !has_words(head, label + 1) || trim(before(head, number)).ends_with(':')) return false;
  if (!language.has("date_suffixes", ".")) return true;
  const auto next = trim(first_word(rest), U".,;:()");
  return language.has("articles", next) || language.has("pronouns", next);
}

// Whether the word before a full stop keeps the sentence going.
bool is_open_word(std::string_view word, std::u32string_view openers, const Language& language) {
  word = trim(word, openers);
  if (word.empty()) return false;
  // An ordinal ("25. Plenum") or the middle of a date ("08.11. 2018", "10.-12. Mai").
  const auto number = trim(word.substr(word.rfind('.') + 1), U"-–");
  // An amount ("2,310.12", "$8.50") is neither.
  if (word.find_first_of(",$") != std::string_view::npos || word.starts_with("€") || word.starts_with("£")) return false;
  if (is_digits(number)) return number.size() <= 2;
  if (language.abbreviates(word)) return true;
  const auto last_dot = word.rfind('.');
  const auto tail = last_dot == std::string_view::npos ? word : word.substr(last_dot + 1);
  std::size_t size = 0;
  if (tail.empty()) return false;
  const auto first = decode(tail, 0, size);
  return size == tail.size() && is_letter(first);  // an initial, or "z.B"
}

// "The meeting adjourned at 8:15 p.m. The next …": behind a half of the day a capital begins a sentence, unless it goes on with the time.
bool ends_time(std::string_view word, std::string_view rest, const Language& language) {
  std::string half(word);
  std::erase(half, '.');
  if (!language.has("forenoon", half) && !language.has("afternoon", half)) return false;
  const auto next = trim(first_word(rest), U".,;:()");
  return !language.month(next) && !language.weekday(next) && !is_all_capitals(next);
}

}  // namespace

bool begins_with_letter(std::string_view text) { return text.size() > 2 && text[0] >= 'a' && text[0] <= 'z' && text[1] == ')' && text[2] == ' '; }

std::vector<std::string_view> sentences(std::string_view text, const Language& language) {
  std::vector<std::string_view> found;
  found.reserve(1 + text.size() / 60);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c != '.' && c != '!' && c != '?') continue;
    auto end = at + 1;
    while (end < text.size()) {
      std::size_t size = 0;
      const auto next = decode(text, end, size);
      if (closing.find(next) == std::u32string_view::npos && next != '.' && next != '!' && next != '?') break;
      end += size;
    }
    if (end < text.size() && text[end] != ' ' && text[end] != '\n') continue;
    const auto rest = trim(text.substr(end));
    if (!rest.empty() && is_lower(first_character(rest)) && !begins_with_letter(rest)) continue;
    if (c == '.' && !rest.empty() && end == at + 1) {
      const auto head = text.substr(begin, at - begin);
      const auto last = last_word(head);
      if (is_open_word(last, U"\"'„“»«([-–", language) && !ends_time(last, rest, language) && !ends_count(head, last, rest, language)) continue;
    }
    if (const auto sentence = trim(text.substr(begin, end - begin)); !sentence.empty()) found.push_back(sentence);
    begin = end;
    at = end - 1;
  }
  if (const auto sentence = trim(text.substr(std::min(begin, text.size()))); !sentence.empty()) found.push_back(sentence);
  return found;
}

std::string_view without_full_stop(std::string_view text, const Language& language) {
  text = trim(text);
  if (!text.ends_with('.')) return text;
  const auto bare = text.substr(0, text.size() - 1);
  const auto space = bare.find_last_of(" \n");
  const auto word = space == std::string_view::npos ? bare : bare.substr(space + 1);
  return word.empty() || is_digit(static_cast<unsigned char>(word.back())) || !is_open_word(word, U"(\"", language) ? bare : text;
}

std::string_view without_leader(std::string_view value) {
  const auto rest = trim_front(value, U".\u2026");
  constexpr std::size_t shortest = 3;
  return value.size() - rest.size() >= shortest && (value.starts_with("...") || !value.starts_with('.')) ? rest : value;
}

std::string_view without_bullet(std::string_view text) {
  constexpr std::u32string_view bullets = U"•·▪●◦‣*-–—→➔➢✓\uF0B7\uF0A7";
  std::size_t size = 0;
  const auto first = text.empty() ? 0 : decode(text, 0, size);
  const bool bullet = bullets.find(first) != std::u32string_view::npos || (first == 'o' && text.size() > 1);
  if (!bullet || size >= text.size() || text[size] != ' ') return text;
  return trim(text.substr(size));
}

}  // namespace protokoll

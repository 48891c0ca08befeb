#include "document/raised.hpp"

#include <algorithm>
#include <array>

namespace protokoll {
namespace {

constexpr std::array<std::string_view, 10> raised_digits{"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

char plain_digit(std::string_view text, std::size_t at) {
  for (std::size_t i = 0; i < raised_digits.size(); ++i)
    if (text.substr(at, raised_digits[i].size()) == raised_digits[i]) return static_cast<char>('0' + i);
  return text[at];
}

std::string_view word_before(std::string_view text) {
  auto begin = text.size();
  while (begin > 0 && (is_letter(text[begin - 1]) || is_digit(text[begin - 1])) && text.size() - begin < 20) --begin;
  return text.substr(begin);
}

bool is_unit(std::string_view word) {
  constexpr std::array<std::string_view, 11> units{"m", "dm", "cm", "mm", "km", "\u00B5m", "ft", "in", "yd", "s", "CO"};
  return std::find(units.begin(), units.end(), word) != units.end();
}

// "19⁰⁰", "8³⁰": old typography raises the minutes.
bool are_minutes(std::string_view hour, std::string_view digits) {
  const bool quarter = digits == "15" || digits == "30" || digits == "45" || (digits.size() == 2 && digits[0] == '0');
  return quarter && !hour.empty() && hour.size() <= 2 && std::all_of(hour.begin(), hour.end(), is_digit);
}

bool is_exponent(std::string_view before, std::string_view digits) {
  if (digits.empty() || digits.size() > 2) return false;
  const auto word = word_before(before);
  if (are_minutes(word, digits)) return true;
  if (word == "10") return before.size() == 2 || !is_digit(before[before.size() - 3]);
  auto unit = word;
  // "200x125cm"
  if (const auto digit = unit.find_last_of("0123456789"); digit != std::string_view::npos) unit.remove_prefix(digit + 1);
  return digits.size() == 1 && (digits == "2" || digits == "3") && is_unit(unit);
}

// What can be the mark of a note: figures, signs, brackets.
bool is_mark(std::string_view text) {
  constexpr std::array<std::string_view, 4> signs{"\u2020", "\u2021", "\u00A7", "\u2217"};
  bool any = text.size() == 2 && text[0] >= 'a' && text[0] <= 'z' && text[1] == ')';
  if (any) return true;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto raised = raised_at(text, at); raised > 0) {
      any = true;
      at += raised;
      continue;
    }
    const auto sign = std::find_if(signs.begin(), signs.end(), [&](std::string_view s) { return text.substr(at, s.size()) == s; });
    if (sign != signs.end()) {
      any = true;
      at += sign->size();
      continue;
    }
    any = any || is_digit(text[at]) || text[at] == '*';
    if (!is_digit(text[at]) && std::string_view(" *,;.()[]").find(text[at]) == std::string_view::npos) return false;
    ++at;
  }
  return any;
}

// "Una Webb" and a raised "a"; but "1ª", "Mᵉ", "Srtª" are abbreviations.
bool is_letter_of_note(std::string_view before, std::string_view text) {
  constexpr std::size_t shortest = 4;
  if (text.size() != 1 || text[0] < 'a' || text[0] > 'z') return false;
  const auto word = word_before(before);
  return word.size() >= shortest && std::none_of(word.begin(), word.end(), is_digit);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (std::size_t at = 0; at < text.size(); at += std::max<std::size_t>(1, raised_at(text, at))) digits += plain_digit(text, at);
  return std::all_of(digits.begin(), digits.end(), is_digit) ? digits : std::string();
}

// A raised number in front of a sentence counts it ("Art. 3 ¹ The board …"); behind a number or in front of a comma it is a note.
bool counts_a_sentence(std::string_view before, std::string_view behind) {
  const auto last = before.find_last_not_of(" \n");
  if (last == std::string_view::npos) return true;
  if (last + 1 == before.size() || is_digit(before[last])) return false;
  const auto next = behind.find_first_not_of(" \n");
  return next != std::string_view::npos && is_letter(behind[next]);
}

}  // namespace

std::size_t raised_at(std::string_view text, std::size_t at) {
  for (const auto digit : raised_digits)
    if (text.substr(at, digit.size()) == digit) return digit.size();
  return 0;
}

std::string_view raised_digit(char digit) { return raised_digits[static_cast<std::size_t>(digit - '0')]; }

void cut_raised(const Document& document, const TextBlock& block, Range range, bool styled, std::vector<Cut>& cuts) {
  const auto text = document.view(range);
  const auto before = document.view({block.range.begin, range.begin});
  const auto behind = document.view({range.end, block.range.end});
  const auto digits = digits_of(text);
  if (!is_mark(text) && !(styled && is_letter_of_note(before, text))) return;
  const bool power = is_exponent(before, digits) || (!digits.empty() && counts_a_sentence(before, behind));
  if (power && styled && digits.size() == text.size()) cuts.push_back({range, Cut::Kind::exponent});
  if (power || (digits.empty() && before.empty())) return;
  // Characters that a writer typed raised within a short name ("K³") are its own.
  constexpr std::size_t shortest = 3;
  const auto word = word_before(before);
  if (!styled && (before.empty() || (!word.empty() && word.size() < shortest && !is_digit(word.back())))) return;
  cuts.push_back({range, Cut::Kind::raised});
}

void cut_references(const Document& document, const TextBlock& block, std::vector<Cut>& cuts) {
  const auto text = document.view(block);
  constexpr std::string_view opener = "[^";
  constexpr std::size_t longest = 30;
  for (auto at = text.find(opener); at != std::string_view::npos; at = text.find(opener, at + 1)) {
    const auto end = text.substr(0, std::min(text.size(), at + longest)).find_first_of("] \n[", at + opener.size());
    if (end == std::string_view::npos || text[end] != ']' || end == at + opener.size()) continue;
    if ((at == 0 || text[at - 1] == '\n') && text.substr(end + 1, 1) == ":") continue;  // the note itself
    const auto begin = block.range.begin + static_cast<std::uint32_t>(at);
    cuts.push_back({{begin, block.range.begin + static_cast<std::uint32_t>(end) + 1}, Cut::Kind::raised});
  }
  for (std::size_t at = text.find_first_of("\xC2\xE2"); at != std::string_view::npos; at = text.find_first_of("\xC2\xE2", at)) {
    auto end = at;
    for (auto size = raised_at(text, end); size > 0; size = end < text.size() ? raised_at(text, end) : 0) end += size;
    if (end > at) cut_raised(document, block, {block.range.begin + static_cast<std::uint32_t>(at), block.range.begin + static_cast<std::uint32_t>(end)}, false, cuts);
    at = std::max(end, at + 1);
  }
}

bool may_hold_raised(std::string_view text) {
  if (text.find("[^") != std::string_view::npos) return true;
  for (auto at = text.find_first_of("\xC2\xE2"); at != std::string_view::npos; at = text.find_first_of("\xC2\xE2", at + 1))
    if (raised_at(text, at) > 0) return true;
  return false;
}

}  // namespace protokoll

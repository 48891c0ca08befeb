#include "structure/labels.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

#include "words/text.hpp"

namespace protokoll {
namespace {

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

// "1. " of "24/001  1.  Apologies": the agenda's own number behind the code of the minute.
std::size_t count_behind(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(' '), text.size());
  const auto end = std::min(text.find_first_not_of("0123456789", begin), text.size());
  constexpr std::size_t most_digits = 2;
  if (end == begin || end - begin > most_digits || (text.substr(end, 2) != ". " && text.substr(end, 2) != ") ")) return 0;
  return is_upper(first_character(trim(text.substr(end + 1)))) ? end + 1 : 0;
}

// "24/001 Apologies", "SEN/23/41: Minutes".
std::optional<AgendaLabel> coded_label(std::string_view text) {
  const auto end = coded_number(text);
  auto stop = end < text.size() && (text[end] == '.' || text[end] == ':') ? end + 1 : end;
  if (end == 0 || (stop < text.size() && text[stop] != ' ') || is_lower(first_character(trim(text.substr(stop))))) return std::nullopt;
  stop += count_behind(text.substr(stop));
  return AgendaLabel{.label = text.substr(0, stop), .word = {}, .number = text.substr(0, end), .rest = trim(text.substr(stop)), .end = stop > end ? text[end] : char{}};
}

// A number of that size with its punctuation, in front of a blank and a title with a capital, or of nothing.
std::optional<AgendaLabel> label_of(std::string_view text, std::size_t number_size) {
  auto at = number_size;
  if (text.substr(at, 2) == " :") ++at;
  const char end = at < text.size() && std::string_view(".:)").find(text[at]) != std::string_view::npos ? text[at++] : char{0};
  if (at < text.size() && text[at] != ' ') return std::nullopt;
  auto rest = trim(text.substr(at));
  if (rest.starts_with("- ") || rest.starts_with("– ")) rest = trim(rest, U"-–");
  if (!rest.empty() && !is_upper(first_character(rest))) return std::nullopt;
  return AgendaLabel{.label = text.substr(0, at), .word = {}, .number = text.substr(0, number_size), .rest = rest, .end = end};
}

// "Ö1 Opening", "N 2", "ZP 1."
std::optional<AgendaLabel> lettered_label(std::string_view text) {
  const auto size = lettered_number(text);
  return size > 0 ? label_of(text, size) : std::nullopt;
}

// "1-2-1 Fees", "2017-41 Roads", "3/2024-1": parts of a number joined by dashes; a date has other lengths, counts stand alone.
std::optional<AgendaLabel> dashed_number(std::string_view text, bool in_cell) {
  std::size_t at = 0, parts = 0, last = 0;
  while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) {
    const auto begin = at;
    while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) ++at;
    last = at - begin;
    ++parts;
    if (last > 4) return std::nullopt;
    if (at + 1 < text.size() && (text[at] == '-' || text[at] == '/') && is_digit(static_cast<unsigned char>(text[at + 1]))) ++at;
    else break;
  }
  constexpr std::size_t iso_date = 10;
  const auto number = text.substr(0, at);
  if (parts < 2 || number.find('-') == std::string_view::npos || (parts == 3 && at >= iso_date - 2 && last != 1)) return std::nullopt;
  const auto label = label_of(text, at);
  constexpr std::size_t year = 4, after_months = 13;
  // "2017-41" in a cell of its own counts a year's decisions; "2017-11" is a month.
  const bool of_year = in_cell && parts == 2 && number.find('-') == year && number.starts_with("20") && std::atoi(std::string(number.substr(year + 1)).c_str()) >= static_cast<int>(after_months);
  return label && label->rest.empty() && !of_year ? std::nullopt : label;
}

// "1/ Budget", "2b / Roads"
std::optional<AgendaLabel> slashed_number(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && at < 3 && is_digit(static_cast<unsigned char>(text[at]))) ++at;
  if (at == 0 || at > 2) return std::nullopt;
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
  const auto number = text.substr(0, at);
  if (text.substr(at, 1) == " ") ++at;
  if (text.substr(at, 2) != "/ " || !is_upper(first_character(trim(text.substr(at + 1))))) return std::nullopt;
  return AgendaLabel{.label = text.substr(0, at + 1), .word = {}, .number = number, .rest = trim(text.substr(at + 1)), .end = '/'};
}

// "CI", "MD": letters that are a number as well, but no item's.
bool is_abbreviation(const AgendaLabel& label) {
  return label.form == LabelForm::roman && label.word.empty() && label.end == 0 && label.number.find_first_of("LCDM") != std::string_view::npos;
}

// "1. Vorsitzender: Karl Ott", where a full stop makes the number an ordinal: which of those who hold the office, and who.
bool ranks_office(const AgendaLabel& label, const Language& language) {
  if (!label.word.empty() || label.end != '.' || label.number.size() != 1 || label.number > "3" || !language.has("date_suffixes", ".")) return false;
  const auto colon = label.rest.find(':');
  if (colon == std::string_view::npos || trim(label.rest.substr(colon + 1)).empty()) return false;
  const auto office = trim(label.rest.substr(0, colon));
  return office == first_word(office) && language.lexicon().look_up(fold_case(office)).classes.has(WordClass::chair_office);
}

}  // namespace

std::optional<AgendaLabel> bare_number(std::string_view text) {
  std::size_t end = 0;
  constexpr std::size_t most = 2, most_of_minute = 3;
  while (end < text.size() && end <= most_of_minute && is_digit(static_cast<unsigned char>(text[end]))) ++end;
  // "203 DECLARATIONS OF INTEREST": minutes counted on through the years, above their text.
  if (end == 0 || end > most_of_minute || (end > most && !is_all_capitals(text.substr(end)))) return std::nullopt;
  if (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  const auto number = text.substr(0, end);
  end += order_sign(text.substr(end));
  if (end >= text.size() || text[end] != ' ' || !is_upper(first_character(trim(text.substr(end))))) return std::nullopt;
  return AgendaLabel{.label = text.substr(0, end), .word = {}, .number = number, .rest = trim(text.substr(end))};
}

std::optional<YearlyCode> yearly_code(std::string_view number) {
  constexpr std::string_view digits = "0123456789";
  const auto begin = std::min(number.find_first_of(digits), number.size());
  const auto end = std::min(number.find_first_not_of(digits, begin), number.size());
  YearlyCode code{.front = number.substr(0, begin), .year = number.substr(end)};
  const auto [last, error] = std::from_chars(number.data() + begin, number.data() + end, code.count);
  return error == std::errc{} && end < number.size() ? std::optional(code) : std::nullopt;
}

bool is_next_code(std::string_view number, std::string_view next) {
  const auto digit = [](char c) { return is_digit(static_cast<unsigned char>(c)); };
  if (number.find_first_of("/-") == std::string_view::npos) return false;
  // The figures that differ, whole: from the first digit of that run to its last.
  auto begin = static_cast<std::size_t>(std::ranges::mismatch(number, next).in1 - number.begin());
  while (begin > 0 && digit(number[begin - 1])) --begin;
  const auto count = [&](std::string_view text, std::string_view& rest) {
    int value = -1;
    const auto end = std::from_chars(text.data() + begin, text.data() + text.size(), value).ptr;
    rest = text.substr(static_cast<std::size_t>(end - text.data()));
    return begin < text.size() && digit(text[begin]) ? value : -1;
  };
  std::string_view rest, next_rest;
  const int value = count(number, rest), next_value = count(next, next_rest);
  return value >= 0 && next_value == value + 1 && rest == next_rest;
}

std::optional<AgendaLabel> find_label(std::string_view text, LabelPlace place, const Language& language) {
  auto label = parse_agenda_label(text, language);
  // "20 - 2 - 0" are votes.
  if (label && label->word.empty() && label->form == LabelForm::number && !label->rest.empty() && !has_letter(label->rest)) return std::nullopt;
  if (!label) label = coded_label(text);
  if (label && is_abbreviation(*label)) return std::nullopt;
  // "3. Oktober": a day.
  if (label && label->word.empty() && label->end == '.' && language.has("date_suffixes", ".") && language.month(trim(first_word(label->rest), U",.;:"))) label.reset();
  if (label && ranks_office(*label, language)) return std::nullopt;
  if (!place.lonely) return label;
  if (!label) label = slashed_number(text);
  if (!label && !place.in_cell) label = bare_number(text);
  if (!label) label = lettered_label(text);
  if (!label) label = dashed_number(text, place.in_cell);
  return label;
}

}  // namespace protokoll

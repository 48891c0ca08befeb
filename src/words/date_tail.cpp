#include "words/date_tail.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "words/number_words.hpp"

namespace protokoll {
namespace {

// A year of two digits is taken for the century that minutes in files come from: 70..99 are 19xx.
int century(int value) { return value >= 70 ? 1900 + value : 2000 + value; }

// The month of a Roman numeral in capitals, or 0.
int roman_month(std::string_view text) {
  constexpr std::array<std::string_view, 12> months{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
  const auto found = std::find(months.begin(), months.end(), text);
  return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

}  // namespace

bool DateTails::is_joiner(std::size_t at) const { return bits_[at].is_word() && language_.has("date_joiners", bits_[at].text); }

bool DateTails::is_list_word(std::size_t at) const { return language_.has("name_joiners", bits_[at].text); }

std::size_t DateTails::skip_joiners(std::size_t at) const {
  while (is_joiner(at)) at += bits_[at + 1].is('.') && bits_[at].text.size() == 1 ? 2 : 1;
  return at;
}

std::size_t DateTails::behind_suffix(std::size_t at) const {
  if (bits_[at].text.empty() || !language_.has("date_suffixes", bits_[at].text)) return at;
  if (bits_[at].is_word() && !bits_.touches_next(at - 1)) return at;
  return at + 1 + (bits_[at].is_word() && bits_[at + 1].is('.') && stop_behind_day_ ? 1U : 0U);
}

std::size_t DateTails::year(std::size_t at, int& value) const {
  if (bits_[at].is_apostrophe() && bits_.touches_next(at) && bits_[at + 1].text.size() == 2 && bits_[at + 1].is_number()) {
    value = century(bits_[at + 1].value);
    return at + 2;
  }
  // "2.007": the thousand is set off.
  if (bits_[at].is_number() && bits_[at].text.size() == 1 && bits_.touches_next(at) && bits_[at + 1].is('.') && bits_.touches_next(at + 1) && bits_[at + 2].is_number() && bits_[at + 2].text.size() == 3) {
    constexpr int thousand = 1000;
    value = thousand * bits_[at].value + bits_[at + 2].value;
    return value >= first_year && value <= last_year ? at + 3 : 0;
  }
  if (!bits_[at].is_number() || bits_[at].text.size() != 4 || bits_[at].value < first_year || bits_[at].value > last_year) return 0;
  if (language_.has("hour_units", bits_[at + 1].text) && !bits_.touches_next(at)) return 0;
  value = bits_[at].value;
  return at + 1;
}

int DateTails::number_words(std::size_t at, std::size_t& size) const { return protokoll::number_words(bits_, at, language_, size); }

std::size_t DateTails::worded_year(std::size_t at, int& value) const {
  constexpr int thousand = 1000;
  std::size_t size = 0;
  const auto first = number_words(at, size);
  // A line may end before the number does: "… de dos mil".
  const auto is_cut = [&](std::size_t end) { return bits_[end].text.empty(); };
  if (first >= first_year && first <= last_year) {
    if (first % thousand == 0 && is_cut(at + size)) return 0;
    value = first;
    return at + size;
  }
  if (first != 2 || number_words(at + size, size) != thousand) return 0;
  auto place = at + 2;
  const auto rest = number_words(place, size);
  const bool whole = rest < 1 || rest > 99;
  if (whole && is_cut(place)) return 0;
  value = 2 * thousand + (whole ? 0 : rest);
  if (whole) return place;
  return place + size;
}

int DateTails::year_in_front(std::size_t at) const {
  constexpr std::size_t widest = 8;
  for (std::size_t back = 2; back <= widest && back <= at; ++back) {
    int value = 0;
    const auto end = bits_[at - back].is_word() ? worded_year(at - back, value) : 0;
    if (end > 0 && end <= at && value % 1000 != 0) return value;
  }
  return 0;
}

DateTail DateTails::named_month(std::size_t at) const {
  DateTail tail;
  auto place = skip_joiners(at);
  // "2-Mar-2021"
  const bool joined = (bits_[place].is_dash() || bits_[place].is('/')) && place > 0 && bits_.touches_next(place - 1) && bits_.touches_next(place);
  if (joined) ++place;
  const auto month = bits_[place].is_word() ? language_.month(bits_[place].text) : std::nullopt;
  if (!month) return tail;
  tail.month = *month;
  tail.end = ++place;
  if (bits_[place].is('.') && bits_.touches_next(place - 1)) ++place;
  if (joined && (bits_[place].is_dash() || bits_[place].is('/')) && bits_.touches_next(place) && bits_[place + 1].is_number() && bits_[place + 1].text.size() == 2) {
    tail.year = century(bits_[place + 1].value);
    tail.end = place + 2;
    return tail;
  }
  if (bits_[place].is(',') || (joined && (bits_[place].is_dash() || bits_[place].is('/')))) ++place;
  place = skip_joiners(place);
  auto end = year(place, tail.year);
  if (end == 0) end = worded_year(place, tail.year);
  if (end > 0) tail.end = end;
  return tail;
}

DateTail DateTails::figures(std::size_t at) const {
  DateTail tail;
  const auto& separator = bits_[at];
  const bool dot = separator.is('.');
  if ((!dot && !separator.is('/') && !separator.is_dash()) || at == 0) return tail;
  const bool tight = bits_.touches_next(at - 1) && bits_.touches_next(at);
  const bool loose = dot ? stop_behind_day_ && bits_.touches_next(at - 1) : separator.is('/');
  const auto& month = bits_[at + 1];
  if (!(tight || loose) || !month.is_number() || month.text.size() > 2 || month.value < 1 || month.value > 31) return tail;
  tail.month = month.value;
  tail.in_figures = true;
  const bool again = bits_[at + 2].text == separator.text && (bits_.touches_next(at + 1) || (loose && !dot));
  const auto& last = bits_[at + 3];
  const bool beside = bits_.touches_next(at + 2);
  // "29.04 2003"
  const auto& beside_month = bits_[at + 2];
  if (dot && tight && month.text.size() == 2 && month.value <= 12 && beside_month.is_number() && beside_month.text.size() == 4 && !bits_.touches_next(at + 1) && beside_month.value >= first_year && beside_month.value <= last_year) {
    tail.year = beside_month.value;
    tail.end = at + 3;
    return tail;
  }
  // "4.5.’24"
  if (again && last.is_apostrophe()) {
    if (const auto end = year(at + 3, tail.year); end > 0) return tail.end = end, tail;
  }
  if (again && last.is_number() && (beside || loose || (dot && last.text.size() == 4))) {
    const bool is_time = bits_.touches_next(at + 3) && bits_[at + 4].is(':');
    if (last.text.size() == 4 && last.value >= first_year && last.value <= last_year) tail.year = last.value;
    else if (last.text.size() == 2 && beside && !is_time) tail.year = century(last.value);
    if (tail.year > 0 && !goes_on_behind(at + 4, dot ? '.' : '/')) tail.end = at + 4;
    if (tail.year > 0) return tail.end > 0 ? tail : DateTail{};
    // "22.01. 16:40", "3.11. 19 Uhr": what follows is no year.
    if (beside && !is_time) return {};
  }
  if (dot && again && stop_behind_day_) tail.end = at + 3;
  return tail.end > 0 ? tail : DateTail{};
}

DateTail DateTails::roman(std::size_t at) const {
  DateTail tail;
  const bool parted = bits_[at].is('.') || bits_[at].is('/') || bits_[at].is_dash();
  const auto month = at + (parted ? 1U : 0U);
  if (!bits_[month].is_word() || (tail.month = roman_month(bits_[month].text)) == 0) return {};
  const bool again = bits_[month + 1].is('.') || (parted && bits_[month + 1].text == bits_[at].text);
  tail.end = year(month + (again ? 2U : 1U), tail.year);
  return tail.end > 0 ? tail : DateTail{};
}

DateTail DateTails::tail_behind(std::size_t day_end) const {
  if (const auto in_roman = roman(day_end); in_roman.end > 0) return in_roman;
  const auto in_figures = figures(day_end);
  return in_figures.end > 0 ? in_figures : named_month(behind_suffix(day_end));
}

bool DateTails::goes_on_behind(std::size_t end, char separator) const {
  return end > 0 && bits_.touches_next(end - 1) && bits_[end].is(separator) && bits_.touches_next(end) && bits_[end + 1].is_number();
}

}  // namespace protokoll

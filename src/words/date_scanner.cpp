#include "words/date_scanner.hpp"

#include <algorithm>

#include "words/date_tail.hpp"

namespace protokoll {
namespace {

class Scanner {
 public:
  Scanner(const Bits& bits, const Language& language)
      : bits_(bits), language_(language), tails_(bits, language), month_first_(language.has("date_habits", "month before day")),
        either_(language.has("date_habits", "figures either way")) {}

  std::vector<DateCandidate> scan() {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      const auto& bit = bits_[i];
      if (bit.is_number()) {
        if (goes_on_in_front(i) || bits_.in_address(i)) continue;
        if (bit.text.size() <= 2) day_first(i);
        else year_first(i);
      } else if (bit.is_word()) {
        if (month_first_ && language_.month(bit.text)) month_first(i);
        else worded_day(i);
      }
    }
    return std::move(found_);
  }

 private:
  // "1.2.3.2019", "10/11/12/2013": part of something longer.
  [[nodiscard]] bool goes_on_in_front(std::size_t at) const {
    if (at < 2 || !bits_.touches_next(at - 1) || !bits_.touches_next(at - 2) || !bits_[at - 2].is_number()) return false;
    return bits_[at - 1].is('.') || bits_[at - 1].is('/') || bits_[at - 1].is(':') || bits_[at - 1].is(',');
  }

  // Between two days of one month ("14./15. Mai", "4 to 6 November"): behind it, or 0.
  [[nodiscard]] std::size_t behind_separator(std::size_t at, bool& list) const {
    list = bits_[at].is('/') || bits_[at].is('+') || bits_[at].is('&') || bits_[at].is(',') || tails_.is_list_word(at);
    if (!list && !bits_[at].is_dash() && !language_.has("range_words", bits_[at].text)) return 0;
    auto place = at + 1;
    if (bits_[place].is('/')) ++place;  // t/m
    while (tails_.is_joiner(place) || bits_[place].is_dash()) ++place;
    if (bits_[place].is_word() && language_.weekday(bits_[place].text)) place += bits_[place + 1].is('.') ? 2 : 1;
    return tails_.skip_joiners(place);
  }

  // "Nr. 9, 14.09.2021", "Board 9, 14.09.2021": in front of a date in figures a number without the mark of a day is none.
  [[nodiscard]] bool numbers_something(std::size_t at, const DateTail& tail) const {
    if (tail.in_figures && tails_.behind_suffix(at + 1) == at + 1) return true;
    const auto front = at > 1 && bits_[at - 1].is('.') ? at - 2 : at - 1;
    return at > 0 && language_.has("number_signs", bits_[front].text);
  }

  void day_first(std::size_t at) {
    const int day = bits_[at].value;
    if (day < 1 || day > 31) return;
    if (auto tail = tails_.tail_behind(at + 1); tail.end > 0) {
      if (tail.year == 0 && !tail.in_figures) tail.year = tails_.year_in_front(at);
      return add(at, tail.end, day, tail);
    }
    bool list = false;
    const auto second = behind_separator(tails_.behind_suffix(at + 1), list);
    if (second == 0 || !bits_[second].is_number() || bits_[second].text.size() > 2) return;
    const int last = bits_[second].value;
    const auto tail = tails_.tail_behind(second + 1);
    if (tail.end == 0 || last < 1 || last > 31) return;
    if (list && last != day + 1) {
      // "16 and 27 June": two days, of which the first borrows the month.
      const auto behind = tails_.behind_suffix(at + 1);
      if (!bits_[behind].is('/') && !numbers_something(at, tail)) add(at, behind, day, tail);
      return;
    }
    if (last > day) add(at, tail.end, last, tail, day);
  }

  // "le vingt-deux septembre deux mille dix-sept"; without a year a word is no day.
  void worded_day(std::size_t at) {
    std::size_t size = 1;
    const int day = language_.has("first_words", bits_[at].text) ? 1 : tails_.number_words(at, size);
    if (day < 1 || day > 31) return;
    auto tail = tails_.named_month(at + size);
    if (tail.end > 0 && tail.year == 0) tail.year = tails_.year_in_front(at);
    if (tail.end > 0 && tail.year > 0) add(at, tail.end, day, tail);
  }

  void month_first(std::size_t at) {
    DateTail tail;
    tail.month = *language_.month(bits_[at].text);
    auto place = at + 1;
    const bool comma = bits_[place].is(',');  // "October, 13-14, 2016"
    if (comma || bits_[place].is('.')) ++place;
    place = tails_.skip_joiners(place);
    if (!is_day(place)) return;
    const int day = bits_[place].value;
    auto end = tails_.behind_suffix(place + 1);
    int last = day;
    bool list = false;
    if (const auto second = behind_separator(end, list); second > 0 && !bits_[end].is(',') && is_day(second) && bits_[second].value > day && (!list || bits_[second].value == day + 1)) {
      last = bits_[second].value;
      end = tails_.behind_suffix(second + 1);
    }
    tail.end = end;
    if (bits_[end].is(',') || bits_[end].is('.')) ++end;
    if (const auto behind = tails_.year(tails_.skip_joiners(end), tail.year); behind > 0) tail.end = behind;
    else if (comma) return;
    add(at, tail.end, last, tail, day);
  }

  // A number that can be a day, no hour ("May 7:30") and no part of a longer number.
  [[nodiscard]] bool is_day(std::size_t at) const {
    const auto& bit = bits_[at];
    if (!bit.is_number() || bit.text.size() > 2 || bit.value < 1 || bit.value > 31) return false;
    return !(bits_.touches_next(at) && bits_[at + 1].is(':') && bits_[at + 2].is_number());
  }

  // 2017-11-09 · 2022.04.28 · 2016.10.13-14 · 2019 March 12 · 20240403
  void year_first(std::size_t at) {
    const auto& bit = bits_[at];
    constexpr int oldest_file = 1990, newest_file = 2099;
    DateTail tail;
    if (bit.text.size() == 8) {
      tail.year = bit.value / 10000;
      tail.month = bit.value / 100 % 100;
      tail.end = at + 1;
      const Day day{tail.year, tail.month, bit.value % 100};
      if (tail.year >= oldest_file && tail.year <= newest_file && exists(day)) add(at, at + 1, day.day, tail);
      return;
    }
    if (bit.text.size() != 4 || bit.value < first_year || bit.value > last_year) return;
    tail.year = bit.value;
    if (month_first_ && bits_[at + 1].is_word() && language_.month(bits_[at + 1].text) && is_day(at + 2)) {
      tail.month = *language_.month(bits_[at + 1].text);
      return add(at, at + 3, bits_[at + 2].value, tail);
    }
    const auto& separator = bits_[at + 1];
    if (!(separator.is('.') || separator.is('/') || separator.is_dash()) || bits_[at + 3].text != separator.text) return;
    for (std::size_t i = at; i < at + 4; ++i)
      if (!bits_.touches_next(i)) return;
    const auto& month = bits_[at + 2];
    const auto& day = bits_[at + 4];
    const auto named = month.is_word() ? language_.month(month.text) : std::nullopt;
    if ((!named && (!month.is_number() || month.text.size() > 2)) || !day.is_number() || day.text.size() > 2) return;
    tail.month = named ? *named : month.value;
    if (!named && tail.month > 12) return;
    if (separator.is('.') && bits_[at + 5].is_dash() && bits_.touches_next(at + 4) && bits_[at + 6].is_number() && bits_[at + 6].text.size() <= 2) {
      return add(at, at + 7, bits_[at + 6].value, tail, day.value);
    }
    add(at, at + 5, day.value, tail);
  }

  // The weekday in front, with what joins it to the day.
  [[nodiscard]] std::size_t with_weekday(std::size_t at, DateMatch& date) const {
    auto place = at;
    bool joined = false;
    for (int steps = 0; place > 0 && steps < 4; ++steps) {
      --place;
      const auto& bit = bits_[place];
      // "MO moved on 27 January": initials.
      const bool initials = joined && bit.text.size() <= 3 && std::all_of(bit.text.begin(), bit.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      if (bit.is_word() && !initials)
        if (const auto weekday = language_.weekday(bit.text)) {
          date.weekday = *weekday;
          return place;
        }
      if (!bit.is(',') && !bit.is('.') && !tails_.is_joiner(place)) break;
      joined = joined || tails_.is_joiner(place);
    }
    return at;
  }

  void add(std::size_t begin, std::size_t end, int day, const DateTail& tail, int first_day = 0) {
    DateCandidate found{begin, end, {}};
    auto& date = found.date;
    date.last = {tail.year, tail.month, day};
    date.first = date.last;
    if (first_day > 0) date.first.day = first_day;
    found.begin = with_weekday(begin, date);
    if (!date.weekday && bits_[end].is('(') && bits_[end + 1].is_word()) date.weekday = language_.weekday(bits_[end + 1].text);
    date.text = bits_.view(found.begin, end);
    if (tail.in_figures) settle_order(date, bits_[begin + 1].is('/'));
    if (date.last.month < 1 || date.last.month > 12 || date.last.day < 1 || date.last.day > 31) return;
    found_.push_back(found);
  }

  // Which of two figures is the month: what is above twelve is none, and the weekday beside it knows.
  void settle_order(DateMatch& date, bool slashes) const {
    const auto swap = [&] {
      std::swap(date.last.day, date.last.month);
      std::swap(date.first.day, date.first.month);
    };
    if (date.last.month > 12) {
      if (date.first == date.last && (either_ || slashes)) swap();
      return;
    }
    if (!either_ || date.last.day > 12 || date.last.day == date.last.month || !(date.first == date.last)) return;
    date.ambiguous = true;
    if (!date.weekday || date.last.year == 0) return;
    const Day other{date.last.year, date.last.day, date.last.month};
    const bool this_way = weekday_of(date.last) == *date.weekday, that_way = weekday_of(other) == *date.weekday;
    if (this_way == that_way) return;
    date.ambiguous = false;
    if (that_way) swap();
  }

  const Bits& bits_;
  const Language& language_;
  DateTails tails_;
  bool month_first_, either_;
  std::vector<DateCandidate> found_;
};

}  // namespace

std::vector<DateCandidate> scan_dates(const Bits& bits, const Language& language) { return Scanner(bits, language).scan(); }

}  // namespace protokoll

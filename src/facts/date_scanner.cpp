#include "facts/date_scanner.hpp"

#include <algorithm>

namespace protokoll {
namespace {

constexpr int first_year = 1800, last_year = 2199;

// A year of two digits is taken for the century that minutes in files come from: 70..99 are 19xx.
int century(int value) { return value >= 70 ? 1900 + value : 2000 + value; }

// What stands behind a day: its month and, if it is printed, its year.
struct Tail {
  std::size_t end = 0;  // 0: nothing of the kind
  int month = 0, year = 0;
  bool in_figures = false;
};

class Scanner {
 public:
  Scanner(const Bits& bits, const Language& language)
      : bits_(bits), language_(language), stop_behind_day_(language.has("date_suffixes", ".")), month_first_(language.has("date_habits", "month before day")),
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

  [[nodiscard]] bool goes_on_behind(std::size_t end, char separator) const {
    return end > 0 && bits_.touches_next(end - 1) && bits_[end].is(separator) && bits_.touches_next(end) && bits_[end + 1].is_number();
  }

  [[nodiscard]] bool is_joiner(std::size_t at) const { return bits_[at].is_word() && language_.has("date_joiners", bits_[at].text); }
  [[nodiscard]] bool is_list_word(std::size_t at) const { return language_.has("name_joiners", bits_[at].text); }

  [[nodiscard]] std::size_t skip_joiners(std::size_t at) const {
    while (is_joiner(at)) at += bits_[at + 1].is('.') && bits_[at].text.size() == 1 ? 2 : 1;
    return at;
  }

  // Behind a day's suffix ("3rd", "1er", "3."), if it has one.
  [[nodiscard]] std::size_t behind_suffix(std::size_t at) const {
    if (bits_[at].text.empty() || !language_.has("date_suffixes", bits_[at].text)) return at;
    if (bits_[at].is_word() && !bits_.touches_next(at - 1)) return at;
    return at + 1 + (bits_[at].is_word() && bits_[at + 1].is('.') && stop_behind_day_ ? 1U : 0U);
  }

  // Of four digits, or of two behind an apostrophe.
  [[nodiscard]] std::size_t year(std::size_t at, int& value) const {
    if (bits_[at].is_apostrophe() && bits_.touches_next(at) && bits_[at + 1].text.size() == 2 && bits_[at + 1].is_number()) {
      value = century(bits_[at + 1].value);
      return at + 2;
    }
    if (!bits_[at].is_number() || bits_[at].text.size() != 4 || bits_[at].value < first_year || bits_[at].value > last_year) return 0;
    if (language_.has("hour_units", bits_[at + 1].text) && !bits_.touches_next(at)) return 0;
    value = bits_[at].value;
    return at + 1;
  }

  // The value of the longest number in words that begins here ("treinta y uno"), and how many bits it takes.
  [[nodiscard]] int number_words(std::size_t at, std::size_t& size) const {
    constexpr std::size_t most = 6;
    for (std::size_t count = std::min(most, bits_.size() - std::min(at, bits_.size())); count > 0; --count) {
      if (!bits_[at].is_word() || !bits_[at + count - 1].is_word()) continue;
      if (const auto value = language_.number(bits_.view(at, at + count))) return static_cast<void>(size = count), *value;
    }
    return -1;
  }

  // "zweitausendneunzehn" and "dos mil veinte" stand in the numbers; "deux mille vingt-trois" is put together.
  [[nodiscard]] std::size_t worded_year(std::size_t at, int& value) const {
    constexpr int thousand = 1000;
    std::size_t size = 0;
    const auto first = number_words(at, size);
    if (first >= first_year && first <= last_year) {
      value = first;
      return at + size;
    }
    if (first != 2 || number_words(at + size, size) != thousand) return 0;
    value = 2 * thousand;
    auto place = at + 2;
    const auto rest = number_words(place, size);
    if (rest < 1 || rest > 99) return place;
    value += rest;
    return place + size;
  }

  // "L'an deux mille vingt-trois, le dix-huit avril"
  [[nodiscard]] int year_in_front(std::size_t at) const {
    constexpr std::size_t widest = 8;
    for (std::size_t back = 2; back <= widest && back <= at; ++back) {
      int value = 0;
      const auto end = bits_[at - back].is_word() ? worded_year(at - back, value) : 0;
      if (end > 0 && end <= at && value % 1000 != 0) return value;
    }
    return 0;
  }

  // A month's name, then perhaps the year.
  [[nodiscard]] Tail named_month(std::size_t at) const {
    Tail tail;
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

  // ". 11. 2017" behind a day in figures: the same separator twice.
  [[nodiscard]] Tail figures(std::size_t at) const {
    Tail tail;
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
      if (tail.year > 0) return tail.end > 0 ? tail : Tail{};
      // "22.01. 16:40", "3.11. 19 Uhr": what follows is no year.
      if (beside && !is_time) return {};
    }
    if (dot && again && stop_behind_day_) tail.end = at + 3;
    return tail.end > 0 ? tail : Tail{};
  }

  [[nodiscard]] Tail tail_behind(std::size_t day_end) const {
    const auto in_figures = figures(day_end);
    return in_figures.end > 0 ? in_figures : named_month(behind_suffix(day_end));
  }

  // Between two days of one month ("14./15. Mai", "4 to 6 November"): behind it, or 0.
  [[nodiscard]] std::size_t behind_separator(std::size_t at, bool& list) const {
    list = bits_[at].is('/') || bits_[at].is('+') || bits_[at].is('&') || bits_[at].is(',') || is_list_word(at);
    if (!list && !bits_[at].is_dash() && !language_.has("range_words", bits_[at].text)) return 0;
    auto place = at + 1;
    if (bits_[place].is('/')) ++place;  // t/m
    while (is_joiner(place) || bits_[place].is_dash()) ++place;
    if (bits_[place].is_word() && language_.weekday(bits_[place].text)) place += bits_[place + 1].is('.') ? 2 : 1;
    return skip_joiners(place);
  }

  void day_first(std::size_t at) {
    const int day = bits_[at].value;
    if (day < 1 || day > 31) return;
    if (auto tail = tail_behind(at + 1); tail.end > 0) {
      if (tail.year == 0 && !tail.in_figures) tail.year = year_in_front(at);
      return add(at, tail.end, day, tail);
    }
    bool list = false;
    const auto second = behind_separator(behind_suffix(at + 1), list);
    if (second == 0 || !bits_[second].is_number() || bits_[second].text.size() > 2) return;
    const int last = bits_[second].value;
    const auto tail = tail_behind(second + 1);
    if (tail.end == 0 || last < 1 || last > 31) return;
    if (list && last != day + 1) {
      // "16 and 27 June": two days, of which the first borrows the month.
      if (!bits_[behind_suffix(at + 1)].is('/')) add(at, behind_suffix(at + 1), day, tail);
      return;
    }
    if (last > day) add(at, tail.end, last, tail, day);
  }

  // "le vingt-deux septembre deux mille dix-sept"; without a year a word is no day.
  void worded_day(std::size_t at) {
    std::size_t size = 1;
    const int day = language_.has("first_words", bits_[at].text) ? 1 : number_words(at, size);
    if (day < 1 || day > 31) return;
    auto tail = named_month(at + size);
    if (tail.end > 0 && tail.year == 0) tail.year = year_in_front(at);
    if (tail.end > 0 && tail.year > 0) add(at, tail.end, day, tail);
  }

  void month_first(std::size_t at) {
    Tail tail;
    tail.month = *language_.month(bits_[at].text);
    auto place = at + 1;
    const bool comma = bits_[place].is(',');  // "October, 13-14, 2016"
    if (comma || bits_[place].is('.')) ++place;
    place = skip_joiners(place);
    if (!is_day(place)) return;
    const int day = bits_[place].value;
    auto end = behind_suffix(place + 1);
    int last = day;
    bool list = false;
    if (const auto second = behind_separator(end, list); second > 0 && !bits_[end].is(',') && is_day(second) && bits_[second].value > day && (!list || bits_[second].value == day + 1)) {
      last = bits_[second].value;
      end = behind_suffix(second + 1);
    }
    tail.end = end;
    if (bits_[end].is(',') || bits_[end].is('.')) ++end;
    if (const auto behind = year(skip_joiners(end), tail.year); behind > 0) tail.end = behind;
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
    Tail tail;
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
      if (!bit.is(',') && !bit.is('.') && !is_joiner(place)) break;
      joined = joined || is_joiner(place);
    }
    return at;
  }

  void add(std::size_t begin, std::size_t end, int day, const Tail& tail, int first_day = 0) {
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
  bool stop_behind_day_, month_first_, either_;
  std::vector<DateCandidate> found_;
};

}  // namespace

std::vector<DateCandidate> scan_dates(const Bits& bits, const Language& language) { return Scanner(bits, language).scan(); }

}  // namespace protokoll

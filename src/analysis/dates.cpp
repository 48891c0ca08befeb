#include "analysis/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>

#include "analysis/text.hpp"

namespace protokoll {

namespace {

std::chrono::year_month_day calendar(const Day& day) {
  return std::chrono::year(day.year) / std::chrono::month(static_cast<unsigned>(day.month)) / std::chrono::day(static_cast<unsigned>(day.day));
}

int digits(std::string_view text) {
  int value = 0;
  for (const char c : text)
    if (is_digit(static_cast<unsigned char>(c))) value = value * 10 + (c - '0');
  return value;
}

// A year of two digits is taken for the century that minutes in files come from: 70..99 are 19xx.
int year_of(std::string_view text) {
  const int value = digits(text);
  if (text.empty() || text.size() > 2) return value;
  return value >= 70 ? 1900 + value : 2000 + value;
}

}  // namespace

bool exists(const Day& day) { return day.month >= 1 && day.month <= 12 && day.day >= 1 && calendar({day.year ? day.year : 2000, day.month, day.day}).ok(); }

int weekday_of(const Day& day) { return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(calendar(day))).iso_encoding()); }

std::string DateMatch::edtf(int year) const {
  auto from = first, to = last;
  if (!to.year) to.year = year;
  if (!from.year) from.year = to.year;
  if (ambiguous || !from.year || !exists(from) || !exists(to)) return {};
  const auto print = [](const Day& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); };
  return from == to ? print(from) : print(from) + "/" + print(to);
}

void DateMatch::settle(const Region& region) {
  if (!ambiguous || region.order == DateOrder::unknown) return;
  const bool month_first = region.order == DateOrder::month_first;
  if (month_first) {
    std::swap(first.day, first.month);
    std::swap(last.day, last.month);
  }
  ambiguous = false;
  reason = fmt::format("{}: {}", region.tag, month_first ? "month before day" : "day before month");
}

std::string DateMatch::edtf_after(std::string_view meeting) const {
  if (meeting.size() < 7) return edtf();
  const int year = digits(meeting.substr(0, 4)), month = digits(meeting.substr(5, 2));
  return edtf(first.month < month ? year + 1 : year);
}

namespace {

int month_of(std::string_view text, const Language& language) {
  if (const auto named = language.month(text)) return *named;
  return digits(text);
}

// Groups d, m, y and, for a range, d0 (m0, y0): the parts that a pattern names.
std::optional<DateMatch> date_from(const PatternMatch& match, const Language& language) {
  DateMatch date;
  date.text = match.text;
  date.last = {year_of(match.group("y")), month_of(match.group("m"), language), digits(match.group("d"))};
  date.first = date.last;
  if (const auto day = match.group("d0"); !day.empty()) {
    date.first.day = digits(day);
    if (const auto month = match.group("m0"); !month.empty()) date.first.month = month_of(month, language);
    if (const auto year = match.group("y0"); !year.empty()) date.first.year = year_of(year);
  }
  if (match.pattern->attribute("order") == "ambiguous" && date.last.day <= 12 && date.last.month <= 12 && date.last.day != date.last.month) date.ambiguous = true;
  if (match.pattern->attribute("order") == "ambiguous" && date.last.month > 12) {
    std::swap(date.last.day, date.last.month);
    std::swap(date.first.day, date.first.month);
  }
  if (const auto weekday = match.group("weekday"); !weekday.empty()) date.weekday = language.weekday(weekday);
  if (date.last.month < 1 || date.last.month > 12 || date.last.day < 1 || date.last.day > 31) return std::nullopt;
  return date;
}

}  // namespace

std::vector<DateMatch> find_dates(std::string_view text, const Language& language) {
  std::vector<DateMatch> found;
  for (const auto& match : language.patterns("date").every(text)) {
    auto date = date_from(match, language);
    if (!date) continue;
    date->settle(language.region());
    // "22.01. 16:40": two digits in front of a colon are an hour, no year.
    if (const auto year = match.group("y"); year.size() == 2 && after(text, year).starts_with(':')) {
      date->first.year = date->last.year = 0;
      date->text = trim(before(date->text, year));
    }
    found.push_back(*date);
  }
  // Where readings overlap, the one with a year is meant ("No. 8 June 28, 2017"), then the longer one.
  std::stable_sort(found.begin(), found.end(), [](const DateMatch& a, const DateMatch& b) {
    if ((a.last.year != 0) != (b.last.year != 0)) return a.last.year != 0;
    return a.text.size() > b.text.size();
  });
  std::map<const char*, DateMatch> dates;  // apart from each other, by place
  for (auto& date : found) {
    const auto after = dates.lower_bound(date.text.data());
    const bool hits_next = after != dates.end() && after->first < date.text.data() + date.text.size();
    const bool hits_last = after != dates.begin() && std::prev(after)->second.text.data() + std::prev(after)->second.text.size() > date.text.data();
    if (!hits_next && !hits_last) dates.emplace(date.text.data(), date);
  }
  std::vector<DateMatch> in_order;
  for (auto& [place, date] : dates) in_order.push_back(date);
  return in_order;
}

namespace {

// `half` is the word for the half of the day ("pm"): its pattern attribute says which.
std::optional<std::string> clock(std::string_view hour, std::string_view minute, std::string_view half) {
  int h = digits(hour);
  const int m = minute.empty() ? 0 : digits(minute);
  const bool afternoon = !half.empty() && (half[0] == 'p' || half[0] == 'P');
  const bool morning = !half.empty() && (half[0] == 'a' || half[0] == 'A');
  if ((afternoon || morning) && (h < 1 || h > 12)) return std::nullopt;
  if (afternoon && h < 12) h += 12;
  if (morning && h == 12) h = 0;
  if (h > 24 || m > 59 || (h == 24 && m > 0)) return std::nullopt;
  return fmt::format("{:02}:{:02}", h, m);
}

}  // namespace

std::vector<TimeMatch> find_times(std::string_view text, const Language& language) {
  std::vector<TimeMatch> times;
  for (const auto& match : language.patterns("time").all(text)) {
    TimeMatch time;
    time.text = match.text;
    const auto hour = match.group("h"), minute = match.group("min"), hour2 = match.group("h2"), minute2 = match.group("min2");
    if (const auto fixed = match.pattern->attribute("value"); !fixed.empty()) {
      time.start = fixed;
      time.start_text = match.text;
      times.push_back(time);
      continue;
    }
    const auto half2 = match.group("half2");
    auto half = match.group("half");
    if (half.empty() && !half2.empty() && digits(hour) <= digits(hour2)) half = half2;
    const auto start = clock(hour, minute, half);
    if (!start) continue;
    time.start = *start;
    time.start_text = minute.empty() ? hour : join(hour, minute);
    if (!hour2.empty()) {
      const auto end = clock(hour2, minute2, half2);
      if (!end) continue;
      time.end = *end;
      time.end_text = minute2.empty() ? hour2 : join(hour2, minute2);
    }
    times.push_back(time);
  }
  return times;
}

}  // namespace protokoll

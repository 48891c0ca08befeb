#include "words/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "words/date_scanner.hpp"

namespace protokoll {
namespace {

std::chrono::year_month_day calendar(const Day& day) {
  return std::chrono::year(day.year) / std::chrono::month(static_cast<unsigned>(day.month)) / std::chrono::day(static_cast<unsigned>(day.day));
}

int figures(std::string_view text) {
  int value = 0;
  for (const char c : text)
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
  return value;
}

}  // namespace

bool is_only_date(std::string_view text, std::string_view date) {
  constexpr std::string_view marks = " \t\r\n\xC2\xA0.,:;-()";
  const auto begin = static_cast<std::size_t>(date.data() - text.data());
  return text.substr(0, begin).find_first_not_of(marks) == std::string_view::npos && text.substr(begin + date.size()).find_first_not_of(marks) == std::string_view::npos;
}

bool exists(const Day& day) { return day.month >= 1 && day.month <= 12 && day.day >= 1 && calendar({day.year ? day.year : 2000, day.month, day.day}).ok(); }

int weekday_of(const Day& day) { return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(calendar(day))).iso_encoding()); }

int days_between(const Day& from, const Day& to) {
  return static_cast<int>((std::chrono::sys_days(calendar(to)) - std::chrono::sys_days(calendar(from))).count());
}

std::optional<Day> first_day(std::string_view edtf) {
  constexpr std::size_t year_end = 4, month_at = 5, day_at = 8, whole = 10;
  if (edtf.size() < whole || edtf[year_end] != '-' || edtf[day_at - 1] != '-') return std::nullopt;
  const Day day{figures(edtf.substr(0, year_end)), figures(edtf.substr(month_at, 2)), figures(edtf.substr(day_at, 2))};
  return day.year > 0 && exists(day) ? std::optional(day) : std::nullopt;
}

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
  const int year = figures(meeting.substr(0, 4)), month = figures(meeting.substr(5, 2));
  return edtf(first.month < month ? year + 1 : year);
}

namespace {

// Where readings overlap, the one with a year is meant ("No. 8 June 28, 2017"), then the longer one.
std::vector<DateCandidate> without_overlaps(std::vector<DateCandidate> found) {
  std::stable_sort(found.begin(), found.end(), [](const DateCandidate& a, const DateCandidate& b) {
    if ((a.date.last.year != 0) != (b.date.last.year != 0)) return a.date.last.year != 0;
    return a.date.text.size() > b.date.text.size();
  });
  std::map<std::size_t, DateCandidate> apart;  // by place
  for (auto& candidate : found) {
    const auto next = apart.lower_bound(candidate.begin);
    const bool hits_next = next != apart.end() && next->first < candidate.end;
    const bool hits_last = next != apart.begin() && std::prev(next)->second.end > candidate.begin;
    if (!hits_next && !hits_last) apart.emplace(candidate.begin, candidate);
  }
  std::vector<DateCandidate> in_order;
  for (auto& [place, candidate] : apart) in_order.push_back(candidate);
  return in_order;
}

// What stands between two dates makes them the first and the last day of one meeting: "28. Februar bis 2. März 2019".
enum class Between { other, range, list };

Between between(std::size_t begin, std::size_t end, const Bits& bits, const Language& language) {
  auto kind = Between::other;
  constexpr std::size_t most = 5;
  if (end - begin > most) return Between::other;
  for (auto i = begin; i < end; ++i) {
    const auto& bit = bits[i];
    const bool slash = bit.is('/') && end == begin + 1;
    if (bit.is_dash() || slash || language.has("range_words", bit.text)) kind = Between::range;
    else if (language.has("name_joiners", bit.text) && kind == Between::other) kind = Between::list;
    else if (!bit.is('.') && !language.has("date_joiners", bit.text) && !language.has("name_joiners", bit.text)) return Between::other;
  }
  return kind;
}

bool merge(DateCandidate& first, const DateCandidate& second, Between kind, const Bits& bits) {
  auto& date = first.date;
  const auto& last = second.date;
  if (kind == Between::other || date.ambiguous || last.ambiguous || !(date.first == date.last) || !(last.first == last.last)) return false;
  auto from = date.first;
  auto to = last.last;
  if (!from.year) from.year = to.year;
  if (!exists(from) || !exists(to) || (from.year != 0) != (to.year != 0)) return false;
  const auto days = days_between({from.year ? from.year : 2000, from.month, from.day}, {to.year ? to.year : 2000, to.month, to.day});
  constexpr int longest = 31;
  if (days < 1 || days > (kind == Between::list ? 1 : longest)) return false;
  date.first = from;
  date.last = to;
  first.end = second.end;
  date.text = bits.view(first.begin, first.end);
  return true;
}

}  // namespace

std::vector<DateMatch> find_dates(std::string_view text, const Language& language) {
  const Bits bits(text);
  const auto apart = without_overlaps(scan_dates(bits, language));
  std::vector<DateCandidate> merged;
  for (const auto& candidate : apart) {
    if (!merged.empty() && merge(merged.back(), candidate, between(merged.back().end, candidate.begin, bits, language), bits)) continue;
    merged.push_back(candidate);
  }
  std::vector<DateMatch> dates;
  dates.reserve(merged.size());
  for (const auto& candidate : merged) {
    dates.push_back(candidate.date);
    dates.back().settle(language.region());
  }
  return dates;
}

}  // namespace protokoll

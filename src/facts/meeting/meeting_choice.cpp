#include "facts/meeting/meeting_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "words/text.hpp"

namespace protokoll {
namespace {

constexpr int half_day = 12 * 60;

int minutes_of(const std::string& clock) { return (clock[0] - '0') * 600 + (clock[1] - '0') * 60 + (clock[3] - '0') * 10 + (clock[4] - '0'); }

void add_half_day(Stated& time) {
  const auto minutes = minutes_of(time.value) + half_day;
  time.value = fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

// "24-11-29" read the other way round: the year in front. Nothing of a text that is not three pairs of digits between dashes.
std::optional<Day> turned(std::string_view text) {
  constexpr std::size_t length = 8;
  if (text.size() != length || text[2] != '-' || text[5] != '-') return std::nullopt;
  const auto pair = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return Day{2000 + pair(0), pair(3), pair(6)};
}

// "3.4" in figures may be a version, a sum, a number; with a month's name it is a day.
bool is_day_alone(const DateMatch& date) {
  return date.first.year == 0 && date.first == date.last && !date.ambiguous && exists(date.first) &&
         std::any_of(date.text.begin(), date.text.end(), [](char c) { return is_letter(static_cast<unsigned char>(c)); });
}

}  // namespace

void MeetingChoice::take(const DateMatch& found, std::string reason) {
  context_.minutes.meeting.date = context_.derived(found.edtf(), found.text, std::move(reason));
  date_text_ = found.text;
}

bool MeetingChoice::date(std::string_view text, Worth worth) {
  for (const auto& found : dates_.find(text)) {
    if (worth >= Worth::sentence && !without_year_ && is_day_alone(found)) without_year_ = found;
    if (found.edtf().empty()) continue;
    constexpr int longest_meeting = 14;
    if (!(found.first == found.last) && found.first.year && days_between(found.first, found.last) > longest_meeting) continue;
    if (worth <= date_ && turned(date_text_) != found.first) return true;
    date_ = std::max(date_, worth);
    take(found, found.reason);
    return true;
  }
  return false;
}

bool MeetingChoice::times(std::string_view text, Worth worth, BareFigures bare) {
  const auto found = find_times(text, context_.language, bare);
  if (found.empty()) return false;
  const auto& time = found.front();
  start(time, worth);
  if (!time.end.empty()) {
    // "from 14:16 to 14:40 and from 14:52 to 16:57"
    // "3 pm to 4 pm UTC (8 am to 9 am PT)" says the same again for another place.
    const bool later = !found.back().end.empty() && minutes_of(found.back().end) >= minutes_of(time.end);
    const auto& last = later ? found.back() : time;
    end({last.end, {}, last.end_text, {}, last.text, false}, worth);
  }
  return true;
}

bool MeetingChoice::start(const TimeMatch& time, Worth worth) {
  // "24 hours": nobody begins when the day is over.
  if (worth <= start_ || minutes_of(time.start) == 2 * half_day) return false;
  start_ = worth;
  start_half_open_ = time.half_open;
  start_text_ = time.start_text;
  context_.minutes.meeting.start = context_.derived(time.start, time.start_text);
  return true;
}

bool MeetingChoice::end(const TimeMatch& time, Worth worth) {
  if (worth < end_) return false;
  // "From 20:00 to 22:20", and below "the gate closes at 18:00": what is before the beginning and not in the night after ends something else.
  constexpr int morning = 6 * 60;
  const auto& meeting = context_.minutes.meeting;
  if (meeting.start && meeting.end && !time.half_open && !start_half_open_ && minutes_of(time.start) < minutes_of(meeting.start.value) && minutes_of(time.start) >= morning) return false;
  end_ = worth;
  end_half_open_ = time.half_open;
  context_.minutes.meeting.end = context_.derived(time.start, time.start_text);
  return true;
}

bool MeetingChoice::place(std::string_view place, Worth worth) {
  if (place.empty() || worth <= place_) return false;
  place_ = worth;
  context_.minutes.meeting.location = context_.stated(place);
  return true;
}

// "Invited on 4 October at 19:35", "Next: 14 May, 20:00": the hour stands right behind another day than the meeting's.
bool MeetingChoice::starts_another_day() const {
  constexpr std::uint32_t farthest = 48, widest_gap = 6;  // bytes
  const auto& meeting = context_.minutes.meeting;
  if (!meeting.start || !meeting.date || start_text_.empty()) return false;
  const auto at = context_.range(start_text_).begin;
  auto begin = at - std::min(at, farthest);
  while (begin < at && (static_cast<unsigned char>(context_.view(Range{begin, begin + 1})[0]) & 0xC0U) == 0x80) ++begin;
  const auto before = context_.view(Range{begin, at});
  const auto dates = find_dates(before.substr(before.find_last_of('\n') + 1), context_.language);
  if (dates.empty()) return false;
  const auto& last = dates.back();
  const auto gap = before.data() + before.size() - (last.text.data() + last.text.size());
  return gap <= widest_gap && last.first.year && !last.ambiguous && exists(last.first) && meeting.date.value.find(last.edtf()) == std::string::npos;
}

// "Minutes of 8 March" on a page of 14 March 2017: the page was written soon after the meeting.
void MeetingChoice::borrow_year() {
  const auto& page = context_.minutes.meeting.date;
  const auto written = first_day(page.value);
  if (!without_year_ || !written || date_ > Worth::line) return;
  auto day = *without_year_;
  day.first.year = day.last.year = written->year;
  if (day.edtf() > page.value) --day.first.year, --day.last.year;
  constexpr int soon = 60;  // days
  if (exists(day.first) && days_between(day.first, *written) <= soon) take(day, "the year of " + page.value);
}

void MeetingChoice::finish() {
  auto& meeting = context_.minutes.meeting;
  borrow_year();
  if (starts_another_day()) meeting.start = {};
  if (!meeting.start || !meeting.end) return;
  const int start = minutes_of(meeting.start.value), end = minutes_of(meeting.end.value);
  if (end < start && end_half_open_ && end + half_day > start && end + half_day < 2 * half_day) add_half_day(meeting.end);
  constexpr int longest_meeting = 9 * 60;
  if (start_half_open_ && start < half_day && end - start > longest_meeting && end - start > half_day) add_half_day(meeting.start);
}

}  // namespace protokoll

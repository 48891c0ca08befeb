#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nettle/sha2.h>

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

#include "writers/support/days.hpp"
#include "writers/support/text.hpp"
#include "writers/support/words.hpp"
#include "writers/writer.hpp"

// Not with libical: with the library of Unicode behind it, it would cost every call of the tool, whatever the format, half of its time to start.
namespace protokoll {
namespace {

/// The same for the same words, on every machine and for ever.
std::string fingerprint(std::string_view words) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, words.size(), reinterpret_cast<const std::uint8_t*>(words.data()));
  std::array<std::uint8_t, 16> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

/// Of the body that meets.
std::string body(const Minutes& minutes) {
  const auto& meeting = minutes.meeting;
  if (!meeting.organization && !meeting.series) return meeting.title ? meeting.title.value : minutes.source.name;
  return fmt::format("{}\n{}", meeting.organization.value, meeting.series.value);
}

std::string summary(const Minutes& minutes, const NextMeeting& next) {
  const auto& meeting = minutes.meeting;
  for (const auto* name : {&next.name, &meeting.series, &meeting.organization})
    if (*name) return name->value;
  return word(minutes.language, "next");
}

std::string basic(std::string_view iso) {
  std::string digits(iso);
  std::erase_if(digits, [](char c) { return c == '-' || c == ':'; });
  return digits;
}

/// The day behind a day ("2017-11-09").
std::string day_behind(std::string_view day) {
  int year = 0;
  unsigned month = 0, number = 0;
  std::from_chars(day.data(), day.data() + 4, year);
  std::from_chars(day.data() + 5, day.data() + 7, month);
  std::from_chars(day.data() + 8, day.data() + 10, number);
  const std::chrono::sys_days date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number);
  const std::chrono::year_month_day next(date + std::chrono::days(1));
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(next.year()), static_cast<unsigned>(next.month()), static_cast<unsigned>(next.day()));
}

/// Lines of RFC 5545 (3.1): CRLF at their end, folded so that none has more than 75 bytes, no character parted.
class Lines {
 public:
  explicit Lines(std::string& out) : out_(out) {}

  void add(std::string_view line) {
    constexpr std::size_t longest = 75;
    for (auto room = longest; line.size() > room; room = longest - 1) {
      auto end = room;
      while (end > 1 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
      out_.append(line.substr(0, end)).append("\r\n ");
      line.remove_prefix(end);
    }
    out_.append(line).append("\r\n");
  }

  /// A value of type TEXT (3.3.11); nothing where it is empty.
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    auto line = fmt::format("{}:", name);
    for (const char c : without_controls(one_line(value))) {
      if (c == '\\' || c == ';' || c == ',') line += '\\';
      line += c;
    }
    add(line);
  }

 private:
  std::string& out_;
};

void event(const Minutes& minutes, const NextMeeting& next, const Days& days, Lines& lines) {
  lines.add("BEGIN:VEVENT");
  lines.text("UID", fingerprint(fmt::format("{}\n{}\n{}", body(minutes), next.date.value, next.name.value)) + "@protokoll.example");
  // When it was announced, as far as the minutes tell: the output must not depend on the hour in which it is written.
  const auto made = protokoll::days(minutes.meeting.date.value);
  lines.add(fmt::format("DTSTAMP:{}T000000Z", made ? basic(made->first) : "19700101"));
  // A time without a zone is that of the place: minutes state none. Midnight belongs to the day behind.
  const bool midnight = next.start.value == "24:00";
  if (next.start)
    lines.add(fmt::format("DTSTART:{}T{}00", midnight ? day_behind(days.first) : basic(days.first), midnight ? "0000" : basic(next.start.value)));
  else
    lines.add(fmt::format("DTSTART;VALUE=DATE:{}", basic(days.first)));
  // The first day behind the event (3.6.1).
  if (days.first < days.last && !next.start) lines.add(fmt::format("DTEND;VALUE=DATE:{}", day_behind(days.last)));
  lines.text("SUMMARY", summary(minutes, next));
  lines.text("LOCATION", next.location.value);
  lines.text("DESCRIPTION", next.text);
  lines.add("END:VEVENT");
}

/// A calendar of the announced meetings whose day is certain; nothing where there is none, for a calendar must not be empty.
void write(const Minutes& minutes, const WriteOptions&, std::string& out) {
  Lines lines(out);
  bool any = false;
  for (const auto& next : minutes.meeting.next) {
    const auto when = days(next.date.value);
    if (!when) continue;
    if (!std::exchange(any, true)) {
      for (const auto* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//protokoll//protokoll//EN"}) lines.add(line);
    }
    event(minutes, next, *when, lines);
  }
  if (any) lines.add("END:VCALENDAR");
}

}  // namespace

extern const Writer writer_ics;
const Writer writer_ics{"ics", "iCalendar (RFC 5545) of the next meetings that are announced", "ics", write};

}  // namespace protokoll

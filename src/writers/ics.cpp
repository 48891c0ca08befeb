#include <fmt/format.h>
#include <fmt/ranges.h>
#include <libical/ical.h>
#include <nettle/sha2.h>

#include <array>
#include <memory>

#include "writers/support/days.hpp"
#include "writers/support/text.hpp"
#include "writers/support/words.hpp"
#include "writers/writer.hpp"

namespace protokoll {
namespace {

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

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

/// A day, or a time of a day without a zone: of the place, since minutes state none.
icaltimetype time_of(std::string_view day, std::string_view time, std::string_view zone = {}) {
  std::string digits(day);
  if (!time.empty()) digits.append("T").append(time).append("00").append(zone);
  std::erase_if(digits, [](char c) { return c == '-' || c == ':'; });
  return icaltime_from_string(digits.c_str());
}

/// When it was announced, as far as the minutes tell: the output must not depend on the hour in which it is written.
icaltimetype stamp(const Minutes& minutes) {
  const auto made = days(minutes.meeting.date.value);
  return time_of(made ? made->first : "1970-01-01", "00:00", "Z");
}

void add(icalcomponent* component, icalproperty* property) { icalcomponent_add_property(component, property); }

void add_text(icalcomponent* event, icalproperty* (*make)(const char*), const std::string& text) {
  if (!text.empty()) add(event, make(without_controls(text).c_str()));
}

Component event(const Minutes& minutes, const NextMeeting& next, const Days& days) {
  Component event(icalcomponent_new_vevent());
  add_text(event.get(), icalproperty_new_uid,
           fingerprint(fmt::format("{}\n{}\n{}", body(minutes), next.date.value, next.name.value)) + "@protokoll.example");
  add(event.get(), icalproperty_new_dtstamp(stamp(minutes)));
  add(event.get(), icalproperty_new_dtstart(time_of(days.first, next.start.value)));
  if (days.first < days.last && !next.start) {
    auto end = time_of(days.last, {});
    icaltime_adjust(&end, 1, 0, 0, 0);  // the first day behind the event (RFC 5545, 3.6.1)
    add(event.get(), icalproperty_new_dtend(end));
  }
  add_text(event.get(), icalproperty_new_summary, summary(minutes, next));
  add_text(event.get(), icalproperty_new_location, next.location.value);
  add_text(event.get(), icalproperty_new_description, next.text);
  return event;
}

/// A calendar of the announced meetings whose day is certain; nothing where there is none, for a calendar must not be empty.
void write(const Minutes& minutes, const WriteOptions&, std::string& out) {
  const Component calendar(icalcomponent_new_vcalendar());
  add(calendar.get(), icalproperty_new_version("2.0"));
  add(calendar.get(), icalproperty_new_prodid("-//protokoll//protokoll//EN"));
  bool any = false;
  for (const auto& next : minutes.meeting.next) {
    const auto when = days(next.date.value);
    if (!when) continue;
    icalcomponent_add_component(calendar.get(), event(minutes, next, *when).release());
    any = true;
  }
  if (!any) return;
  const std::unique_ptr<char, Free> text(icalcomponent_as_ical_string_r(calendar.get()));
  out += text.get();
}

}  // namespace

extern const Writer writer_ics;
const Writer writer_ics{"ics", "iCalendar (RFC 5545) of the next meetings that are announced", "ics", write};

}  // namespace protokoll

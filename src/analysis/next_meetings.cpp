#include "analysis/next_meetings.hpp"

#include <algorithm>

#include "analysis/dates.hpp"
#include "analysis/text.hpp"

namespace protokoll {
namespace {

// "bei der DGUV in Berlin statt" → "DGUV in Berlin"
std::string_view place_in(std::string_view text, const Language& language) {
  const auto match = language.patterns("next_location").first(text);
  return match.pattern ? trim(match.group("location"), U",;:.") : std::string_view{};
}

}  // namespace

void find_next_meetings(std::string_view sentence, Announced by, const Context& context, std::vector<NextMeeting>& next) {
  const auto announced = context.language.patterns("next").first(sentence);
  if (!announced.pattern && by == Announced::by_words) return;
  const auto from = announced.pattern ? after(sentence, announced.text.substr(0, 0)) : sentence;
  for (const auto& date : find_dates(from, context.language)) {
    const auto edtf = date.edtf_after(context.minutes.meeting.date.value);
    NextMeeting meeting{.text = Context::flat(sentence), .span = context.span(sentence)};
    if (date.ambiguous) context.report("ambiguous-date", Severity::note, "day and month of this date could be either; it stays text unless the language names a region (en-GB, en-US)", date.text);
    if (edtf.empty()) continue;
    meeting.date = context.derived(edtf, date.text, date.reason);
    if (const auto name = announced.group("name"); !name.empty()) meeting.name = context.stated(name);
    for (const auto& time : find_times(after(sentence, date.text), context.language))
      if (!meeting.start) meeting.start = context.derived(time.start, time.start_text);
    if (const auto place = place_in(sentence, context.language); !place.empty()) meeting.location = context.stated(place);
    const bool known = std::any_of(next.begin(), next.end(), [&](const NextMeeting& other) { return other.date.value == edtf; });
    if (!known) next.push_back(std::move(meeting));
  }
}

}  // namespace protokoll

#include "analysis/dates.hpp"
#include "analysis/head.hpp"
#include "analysis/text.hpp"

namespace protokoll {

void read_meeting_sentence(std::string_view sentence, Context& context) {
  auto& meeting = context.minutes.meeting;
  for (const auto& match : context.language.patterns("meeting").all(sentence)) {
    if (const auto place = match.group("location"); !place.empty() && !meeting.location) meeting.location = context.stated(trim(place, U",.;"));
    for (const auto& time : find_times(match.text, context.language)) {
      const bool ends = match.pattern->attribute("time") == "end";
      auto& stated = ends ? meeting.end : meeting.start;
      if (!match.pattern->attribute("time").empty() && !stated) stated = context.derived(time.start, time.start_text);
      break;
    }
  }
}

}  // namespace protokoll

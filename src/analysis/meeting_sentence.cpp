#include "analysis/dates.hpp"
#include "analysis/head.hpp"
#include "analysis/meeting_people.hpp"
#include "analysis/people_list.hpp"
#include "analysis/text.hpp"

namespace protokoll {

void read_meeting_sentence(std::string_view sentence, Context& context) {
  auto& meeting = context.minutes.meeting;
  for (const auto& match : context.language.patterns("meeting").all(sentence)) {
    for (const auto* key : people_keys)
      if (const auto names = match.group(key); !names.empty()) {
        auto* list = people_under(key, meeting);
        if ((std::string_view(key) == "chair" || std::string_view(key) == "secretary") && !list->empty()) continue;
        add_people(*list, parse_people(names, context));
      }
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

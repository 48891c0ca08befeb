#include "analysis/meeting_people.hpp"
#include "analysis/people_list.hpp"
#include "facts/attendance.hpp"

namespace protokoll {

void read_people_sentence(std::string_view sentence, Context& context) {
  auto& meeting = context.minutes.meeting;
  for (const auto& match : context.language.patterns("meeting").all(sentence)) {
    for (const auto* key : people_keys)
      if (const auto names = match.group(key); !names.empty()) {
        auto* list = people_under(key, meeting);
        if ((std::string_view(key) == "chair" || std::string_view(key) == "secretary") && !list->empty()) continue;
        add_people(*list, parse_people(names, context));
      }
  }
}

}  // namespace protokoll

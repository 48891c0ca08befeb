#include <memory>

#include "facts/tasks/cast.hpp"
#include "facts/tasks/doers.hpp"
#include "words/text.hpp"

namespace protokoll {

KnownPeople::KnownPeople(const Meeting& meeting, const Context& context) : acting_(acting_names(context)) {
  const auto& attendance = meeting.attendance;
  for (const auto* list : {&meeting.chair, &meeting.secretary, &attendance.present, &attendance.excused, &attendance.absent, &attendance.guests})
    for (const auto& person : *list) {
      names_.insert(person.name);
      std::string initials;
      for (const auto part : words(person.name)) {
        if (!is_upper(first_character(part))) continue;
        if (part.size() > 2) names_.emplace(part);
        initials += part.substr(0, static_cast<unsigned char>(part[0]) < 0x80 ? 1 : 2);
      }
      if (initials.size() > 1) initials_.insert(initials);
      // A two-word list entry may be printed as given name and the last name's letter.
      if (is_all_capitals(person.name) && person.name.size() <= 4) initials_.insert(person.name);
    }
}

const KnownPeople& known_people(const Context& context) {
  if (!context.known) context.known = std::make_shared<const KnownPeople>(context.minutes.meeting, context);
  return *context.known;
}

}  // namespace protokoll

#include "analysis/meeting_people.hpp"

#include <algorithm>

namespace protokoll {

std::vector<Person>* people_under(std::string_view key, Meeting& meeting) {
  if (key == "present") return &meeting.attendance.present;
  if (key == "excused") return &meeting.attendance.excused;
  if (key == "absent") return &meeting.attendance.absent;
  if (key == "guests") return &meeting.attendance.guests;
  if (key == "chair") return &meeting.chair;
  if (key == "secretary") return &meeting.secretary;
  return nullptr;
}

void add_people(std::vector<Person>& list, std::vector<Person> people) {
  for (auto& person : people)
    if (std::none_of(list.begin(), list.end(), [&](const Person& known) { return known.name == person.name && known.title == person.title && known.honorific == person.honorific; }))
      list.push_back(std::move(person));
}

}  // namespace protokoll

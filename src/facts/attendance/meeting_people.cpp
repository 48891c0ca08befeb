#include "facts/attendance/meeting_people.hpp"

#include <algorithm>

namespace protokoll {

void add_people(std::vector<Person>& list, std::vector<Person> people) {
  // "Mesdames Lucie Bonnet, …" and "Madame Lucie Bonnet" are one; two may be called "Bonnet".
  for (auto& person : people)
    if (std::none_of(list.begin(), list.end(), [&](const Person& known) { return known.name == person.name && (person.name.find(' ') != std::string::npos || (known.title == person.title && known.honorific == person.honorific)); }))
      list.push_back(std::move(person));
}

}  // namespace protokoll

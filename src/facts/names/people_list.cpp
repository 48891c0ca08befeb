#include "facts/names/people_list.hpp"

#include "facts/names/name_list.hpp"

namespace protokoll {

std::vector<Person> parse_people(std::string_view text, const Context& context, std::string_view role) {
  std::vector<Person> people;
  for (const auto& read : read_list(text, ListShape::list, context).people) people.push_back(to_person(read, context, role));
  return people;
}

}  // namespace protokoll

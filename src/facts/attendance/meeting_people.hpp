/// The meeting's lists of people: attendance, chair, secretary.
#pragma once

#include <vector>

#include "protokoll/model.hpp"

namespace protokoll {

/// Adds people that are not yet in the list.
void add_people(std::vector<Person>& list, std::vector<Person> people);

}  // namespace protokoll

/// The meeting's lists of people: attendance, chair, secretary.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "protokoll/model.hpp"

namespace protokoll {

/// The keys of the labels that a list of people belongs to.
inline constexpr std::array people_keys{"present", "excused", "absent", "guests", "chair", "secretary"};

/// The list of people under a label ("present", "chair" …) of the meeting, or nullptr.
[[nodiscard]] std::vector<Person>* people_under(std::string_view key, Meeting& meeting);

/// Adds people that are not yet in the list.
void add_people(std::vector<Person>& list, std::vector<Person> people);

}  // namespace protokoll

/// Lists of people: attendance, apologies, chair, assignees.
#pragma once

#include <string_view>
#include <vector>

#include "facts/names/names.hpp"

namespace protokoll {

/// The people of a text such as "Frau Dr. Weis (BA), Hr. Ott (ab 17:30 Uhr) und Mia". What is no name ("keine", "13 Personen",
/// "siehe Liste") gives nobody. `role` is given to those who have none.
[[nodiscard]] std::vector<Person> parse_people(std::string_view text, const Context& context, std::string_view role = {});

}  // namespace protokoll

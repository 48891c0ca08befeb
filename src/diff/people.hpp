/// Who came, went, or bears another name.
#pragma once

#include <vector>

#include "diff/matching.hpp"
#include "diff/values.hpp"

namespace protokoll::differences {

/// Which person of one version is which of the other: by name, then by one that is a slip or an initial away.
/// `lists` tells of each which list it stands in: the same one is asked first.
[[nodiscard]] Matching match_people(const std::vector<const Person*>& before, const std::vector<const Person*>& after, const std::vector<std::size_t>& old_lists,
                                    const std::vector<std::size_t>& new_lists);

/// People of one kind: who was added and removed, whose name, role, affiliation or hours changed. One who takes the place of the only other is a change.
void compare_people(const Field& field, const std::vector<Person>& before, const std::vector<Person>& after, const Report& report);

/// Chair, secretary and the lists of attendance, over which people are matched: to be excused instead of present is one change.
void compare_attendance(const Meeting& before, const Meeting& after, const Report& report);

}  // namespace protokoll::differences

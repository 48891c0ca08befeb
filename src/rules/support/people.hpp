/// Whether two names may be one person's.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/rule.hpp"

namespace protokoll {

class Roster {
 public:
  explicit Roster(const Minutes& minutes);

  /// Not if both stand on the attendance lists, are addressed differently ("Frau", "Herr") or have first names that differ.
  [[nodiscard]] bool may_be_one(const KnownPerson& a, const KnownPerson& b) const;
  /// Whether the document says who this is: by a first name, an affiliation or on an attendance list.
  [[nodiscard]] bool introduces(const KnownPerson& person) const;

 private:
  std::set<std::string, std::less<>> listed_;
};

/// Pairs of names, the rarer in front, of which one may be the other misspelt: of people of one first name; and of one whom nobody introduces with
/// those whom the document does, unless it introduces hardly anybody. Few for each name, however many people there are.
[[nodiscard]] std::vector<std::pair<const KnownPerson*, const KnownPerson*>> pairs_to_compare(const Minutes& minutes, const Roster& roster);

/// "Peter Höll" where the document knows a "Peter Holl" and nobody called Höll.
struct PrintedName {
  std::string first, last;
  Span span;  ///< of the last name
};

/// The full names in the visible text whose first name is a known person's and whose last name is nobody's.
[[nodiscard]] std::vector<PrintedName> strange_full_names(const CheckInput& input);

/// Known people by first name; of one that many share only some, so that comparing them takes no time to speak of.
[[nodiscard]] std::map<std::string, std::vector<const KnownPerson*>, std::less<>> by_first_name(const Minutes& minutes);

}  // namespace protokoll

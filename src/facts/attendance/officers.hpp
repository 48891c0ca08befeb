/// Who led the meeting or took its minutes, as far as the list of those present says so.
#pragma once

#include <vector>

#include "facts/attendance/people_label.hpp"
#include "facts/names/name_entry.hpp"
#include "protokoll/model.hpp"

namespace protokoll {

class Officers {
 public:
  /// Notes what stands beside the name of somebody who attended, as one of those present or as a guest.
  void note(const NameEntry& entry, std::string_view role, Standing listed, const Context& context);
  /// Fills the meeting's chair and secretary where nothing else named them.
  void settle(Meeting& meeting) const;

 private:
  struct Candidate {
    Person person;
    bool acted;  // the words tell what was done, not only an office
    bool told;   // by a verb: "quien preside"
  };
  /// Whether the only one with the office did what it is for.
  enum class Alone { serves, attends };
  static void choose(const std::vector<Candidate>& candidates, Alone alone, std::vector<Person>& people);

  std::vector<Candidate> chairs_, secretaries_;
};

}  // namespace protokoll

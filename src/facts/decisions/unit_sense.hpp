/// What a unit of an item says beside what it was weighed to do: who moved it, who is away, that counts are all it holds.
#pragma once

#include <optional>
#include <vector>

#include "facts/decisions/events.hpp"

namespace protokoll {

/// Questions to the units of one item, each asked by its number; `units` and `events` must outlive it.
class UnitSense {
 public:
  UnitSense(const std::vector<Passage>& units, const std::vector<UnitEvent>& events, const Context& context) : units_(units), events_(events), context_(context) {}

  /// "The majority needed was not reached."
  [[nodiscard]] bool misses_majority(std::size_t at) const;
  /// "18 yes, 3 no: adopted", and no word of what it is about.
  [[nodiscard]] bool counts_only(std::size_t at) const;
  /// "Apologies were received from …"
  [[nodiscard]] bool tells_who_is_away(std::size_t at) const;
  /// "The chair closes the meeting.", and nothing is done besides.
  [[nodiscard]] bool opens_or_closes(std::size_t at) const;
  /// "The auditors recommend that the board be discharged.": not yet.
  [[nodiscard]] bool asks_for_discharge(std::size_t at) const;
  /// "It is suggested to adopt …", and nothing behind it accepts anything.
  [[nodiscard]] bool is_only_suggested(std::size_t at) const;
  /// "Moved by Ann Leek, seconded by Tom Wye.": who moved what stands before.
  [[nodiscard]] bool names_movers(std::size_t at) const;
  /// The same, and no word of what is moved: "Ann Leek moves to approve the agenda" has one.
  [[nodiscard]] bool names_only_movers(std::size_t at) const;
  /// "GR Huber begründet den Antrag": a motion is spoken of, but not what it asks for.
  [[nodiscard]] bool moves_nothing(std::size_t at) const;
  /// "Mia Ott nimmt die Wahl zur Kassierin an.": what follows from an election.
  [[nodiscard]] bool takes_office(std::size_t at) const;
  /// "She accepts the office.", "he stands for treasurer": before an election or behind it.
  [[nodiscard]] bool stands_for_office(std::size_t at) const;
  /// "The motion was carried.": accepted or refused, and no word of what it is about.
  [[nodiscard]] bool accepts_only(std::size_t at) const;
  /// Says of a motion that it was carried or lost, and of little else.
  [[nodiscard]] bool accepts_motion(std::size_t at) const;
  /// "Ann proposes to mend the roof. The proposal was carried.": one tells what was proposed, the other begins with what became of it.
  [[nodiscard]] bool settles_proposal_of(std::size_t proposal, std::size_t at) const;
  /// "The tent is lent out. (5 for, 1 abstention)": the unit right in front of nothing but a vote, or the one that a vote in brackets ends; nothing if none is.
  [[nodiscard]] std::optional<std::size_t> voted_on(std::size_t at) const;
  [[nodiscard]] std::size_t words(std::size_t at) const;
  /// "It was agreed that …": what words of these classes say is done; "it is proposed to adopt" is not.
  [[nodiscard]] static bool takes_effect(WordClasses classes);

 private:
  /// How many words mean something by themselves and are none of voting.
  [[nodiscard]] std::size_t things(std::size_t at) const;

  const std::vector<Passage>& units_;
  const std::vector<UnitEvent>& events_;
  const Context& context_;
};

}  // namespace protokoll

/// Decisions with their votes, read from the units of an item.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts/decisions/events.hpp"
#include "facts/decisions/passages.hpp"
#include "facts/decisions/register.hpp"
#include "facts/decisions/unit_sense.hpp"
#include "facts/votes/votes.hpp"

namespace protokoll {

/// Has counts, or says that all were of one mind; "approved" alone is what became of a decision.
[[nodiscard]] bool is_counted(const Vote& vote);

/// Walks over an item's units: those that decide are decisions, and a vote goes to the decision that it stands in, behind or in front of.
class RegisterReader {
 public:
  RegisterReader(const std::vector<Passage>& units, std::string_view title, Context& context, Register& found)
      : units_(units), events_(weigh_units(units, title, context)), sense_(units, events_, context), title_(title), context_(context), register_(found) {}

  void read();

 private:
  // Counts alone, or the acceptance of a motion that is a decision itself: no second decision.
  [[nodiscard]] bool ends_a_motion(double low) const;
  // "A moves to buy the bench. Decision: The motion is carried.": under its label nothing but what became of the motion right before.
  [[nodiscard]] bool carries_the_motion() const;
  // Right behind the counts.
  [[nodiscard]] bool misses_majority() const;
  [[nodiscard]] VotePlace place(const Passage& unit) const;
  // With its counts, or of a sentence of acceptance, or one under the label of a vote, its bare outcome.
  [[nodiscard]] std::optional<Vote> stated_vote(const Passage& unit);
  // A sentence that begins with a pronoun needs the one before to be understood; one that tells what became of something else is none of it.
  [[nodiscard]] std::string_view with_context(const Passage& unit) const;
  // "She accepts the office.": what follows from the decision right before, told of the same person.
  [[nodiscard]] bool follows_up(const Passage& unit) const;
  // "It is moved that …", and behind it "The motion is carried.": the motion that ends here, no other decision or vote between; "moved by" lines stand behind what is moved.
  [[nodiscard]] const Passage* motion_before() const;
  // "Motion: reject the request. Carried.", "RESOLVED: That the application be refused.": what is to be done, and no vote.
  [[nodiscard]] bool only_says_what(const Passage& stating) const;
  void decide(const Passage& stating, Confidence confidence);
  [[nodiscard]] Decision decision_of(const Passage& unit, Confidence confidence);
  // What a vote follows leaves no doubt.
  void give(Decision& decision, Vote vote, std::string_view words);
  void add(Decision decision);
  // A vote ends the motion that stands before it, or belongs to the decision before it, or stands for itself.
  void end_or_bind(Vote vote, std::string_view words);
  // "3. Approval of the minutes", and below it nothing but "For 13, against 0".
  [[nodiscard]] bool title_decides() const;
  // The title as a unit.
  [[nodiscard]] Passage titled() const;
  // "For 15", "Against 0", "The report is adopted unanimously.": the counts right in front of the sentence of acceptance are its vote.
  void take_counts_before(Decision& decision);
  // Whether the unit elects somebody whom the last decision named, in words that are not in it.
  [[nodiscard]] bool names_again() const;
  // "19 votes for Ann Leek, 9 for Tom Wye." right before "Ann Leek is elected.": the counts are those of the election, and no decision.
  void take_ballot(Decision& decision);
  // "4 for, 1 against." right in front of the label of the item's only decision.
  void take_vote_in_front(Decision& decision);
  // "2 : 4", "5 : 1" behind two decisions are theirs in this order; behind a lone decision a count that refuses what stands under its label is of something before it.
  bool shift_votes(Vote& vote, std::string_view words);
  // `words`: those of the vote; empty in a table.
  void bind(Vote vote, std::string_view words);
  // "The tent is lent out. (5 for, 1 abstention)": a vote is about something, and nothing else is known that it could be about.
  bool decides_before(Vote& vote, std::string_view words);
  // Counts on one line and "carried" on the next are one vote.
  bool complete(Vote& vote, const Vote& more, std::string_view words);

  const std::vector<Passage>& units_;
  std::vector<UnitEvent> events_;
  UnitSense sense_;
  std::string_view title_;
  Context& context_;
  Register& register_;
  std::string_view stated_, words_;  // the words of the vote found last, and of the one bound last
  std::size_t at_ = 0, piece_ = 0, last_ = 0;  // the last: unit of the last decision
  static constexpr std::size_t never = static_cast<std::size_t>(-2);
  std::size_t voted_ = never, unbound_ = never;  // units: of the last vote, where the last vote without a decision began
  int distance_ = 0;  // pieces since the last decision or vote
};

}  // namespace protokoll

/// Goes through an answer and judges every value that it has.
#pragma once

#include <string>
#include <vector>

#include "ground/comparing.hpp"
#include "ground/days.hpp"
#include "ground/items.hpp"
#include "ground/node.hpp"
#include "ground/people.hpp"
#include "ground/read_facts.hpp"
#include "ground/texts.hpp"
#include "ground/votes.hpp"

namespace protokoll::grounds {

/// Where a fact of an answer belongs.
struct Home {
  const ReadItem* item = nullptr;  ///< nullptr outside all items, or where the tool has no such item
  Stretch within;
};

class Walk {
 public:
  explicit Walk(const Scene& scene);

  /// Judges an answer, which is an object.
  void answer(Json& json, Record& record);

 private:
  void meeting(Node& node);
  [[nodiscard]] Verdict ordinal(int number) const;
  void attendance(Node& node);
  bool next(Node& node, std::size_t number);
  void people(Node& node, const char* key, Role role, std::string_view kind, const std::vector<Person>& read);
  /// A value that the document has once, held beside the tool's.
  void single(Node& node, const char* key, std::string_view value, const Verdict& verdict, const Stated& read);
  bool person(Node& node, const Verdict& name, std::string_view text);
  void details(Node& node, Stretch around);

  void collect(Json& list, std::vector<GivenItem>& given) const;
  void agenda(Node& node);
  bool item(Node& node);
  void item_texts(Node& node, const Home& home);
  bool section(Node& node, const Home& home);
  bool block(Node& node, const Home& home);
  void rows(Node& node, const Home& home);
  void labels(Node& node, const char* key, const Home& home);
  bool link(Node& node, const Home& home);

  void facts(Node& node, const Home& home);
  bool decision(Node& node, const Home& home);
  void compare_decision(Node& node, const Said& said, const ReadFact<Decision>* found, const Home& home);
  void compare_action(Node& node, const Said& said, const ReadFact<Action>* found, const Home& home);
  bool vote(Node& node, const GivenVote& given, const SeenVote* seen, const Home& home);
  bool action(Node& node, const Home& home);

  [[nodiscard]] Verdict due_near(std::string_view due, Stretch place, const Home& home) const;

  bool attachment(Node& node);
  bool known_person(Node& node);
  void texts_in(Node& node, const char* key, const Setting& setting);
  void stated(Node& node, const char* key, const Setting& setting);
  [[nodiscard]] Stretch stretch(const Verdict& verdict) const { return verdict.place.empty() ? Stretch{} : scene_.index().stretch(verdict.place); }

  const Scene& scene_;
  TextGrounder texts_, decided_, to_do_;  // each takes a place once
  DayGrounder days_;
  VoteGrounder votes_;
  PeopleGrounder people_;
  ReadFacts<Decision> decisions_;
  ReadFacts<Action> actions_;
  std::vector<GivenItem> given_;
  std::vector<MatchedItem> matched_;
  std::size_t next_item_ = 0;
  bool strict_ = false;
};

[[nodiscard]] GivenVote given_vote(Node& node);

}  // namespace protokoll::grounds

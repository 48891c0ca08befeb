/// What an answer says beside what the tool read of the same document.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ground/scene.hpp"
#include "ground/verdict.hpp"
#include "protokoll/ground.hpp"

namespace protokoll::grounds {

/// A value of an answer as a comparison has it.
struct Said {
  std::string kind;
  std::string pointer;
  std::string text;
  Verdict verdict;
};

class Comparing {
 public:
  Comparing(const Scene& scene, std::vector<Comparison>& out) : scene_(scene), out_(out) {}

  /// What the tool has, too; `fact` is the tool's value, which is then no longer its alone.
  void met(const Said& said, const void* fact, std::string tool, Span span, int item, bool same);
  void only_in_answer(const Said& said, int item);
  /// Somebody in one of the tool's lists.
  void person(const Said& said, const std::vector<Person>& read);
  /// A value that a document has once.
  void single(const Said& said, const Stated& read);
  /// What the tool has and the answer does not.
  void finish();

 private:
  void missing(std::string_view kind, const void* fact, std::string tool, Span span, int item);
  void missing(std::string_view kind, const std::vector<Person>& people);
  void missing(const std::vector<Decision>& decisions, const std::vector<Vote>& votes, const std::vector<Action>& actions, int item);

  const Scene& scene_;
  std::vector<Comparison>& out_;
  std::set<const void*> met_;
};

/// In one line: the words, what came of it, the counts.
[[nodiscard]] std::string in_a_line(const Decision& decision);
[[nodiscard]] std::string in_a_line(const Vote& vote);
[[nodiscard]] std::string in_a_line(const Action& action);
[[nodiscard]] std::string in_a_line(const AgendaItem& item);

}  // namespace protokoll::grounds

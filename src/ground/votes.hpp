/// Counts and outcomes of an answer against the votes that a stretch of the document states: those that the tool read, and every sentence
/// that states one by itself.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ground/scene.hpp"
#include "ground/side_columns.hpp"
#include "ground/verdict.hpp"

namespace protokoll::grounds {

/// A vote as the document states it.
struct SeenVote {
  Vote vote;
  Stretch place;              ///< its own words
  Stretch around;             ///< the sentence or row
  bool read = false;          ///< by the tool; else found in a sentence by itself
  bool loose = false;         ///< figures that tell a vote only if one is looked for there
  const Decision* of = nullptr;  ///< the decision that the tool bound it to
  const Vote* fact = nullptr;    ///< the tool's own
};

/// The votes of a stretch in the order of the text: those of `read` that stand there, and what sentences, rows and lines below each other
/// tell of votes beside them.
[[nodiscard]] std::vector<SeenVote> find_votes(Stretch within, const std::vector<SeenVote>& read, const SideColumns& columns, const Scene& scene);

/// A vote as an answer has it; what it leaves out is not asked.
struct GivenVote {
  std::optional<int> yes, no, abstain;
  std::optional<bool> unanimous;
  std::optional<VoteOutcome> outcome;
};

class VoteGrounder {
 public:
  explicit VoteGrounder(const Scene& scene);

  /// The vote that belongs to a decision whose text stands at `decision`: the tool's, else the nearest in its sentence, close behind it or in front,
  /// with none of `others` between; nullptr where there is none.
  [[nodiscard]] const SeenVote* of_decision(Stretch decision, const Decision* read, const std::vector<Stretch>& others, Stretch within);
  /// The vote of a stretch that fits what is given best, each once.
  [[nodiscard]] const SeenVote* best(const GivenVote& given, Stretch within);
  /// One that has all of what is given, anywhere in the stretch.
  [[nodiscard]] const SeenVote* same(const GivenVote& given, Stretch within);
  /// The first from a place on whose words say what came of it.
  [[nodiscard]] const SeenVote* outcome_behind(std::uint32_t word, VoteOutcome given, Stretch within);

  /// What the document's vote says of a side ("yes", "no", "abstain").
  [[nodiscard]] Verdict count(int given, std::optional<int> Vote::* side, const SeenVote* vote) const;
  [[nodiscard]] Verdict unanimous(bool given, const SeenVote* vote) const;
  /// What came of it; where the vote's own words are silent, what is said right behind them or, without a vote, within the stretch.
  [[nodiscard]] Verdict outcome(VoteOutcome given, const SeenVote* vote, Stretch within);

  /// The tool's vote whose words are there; nullptr if it read none.
  [[nodiscard]] const Scene& scene() const { return scene_; }

 private:
  [[nodiscard]] const std::vector<SeenVote>& votes(Stretch within);
  void add_read(const std::vector<AgendaItem>& items);
  void add_read(const Vote& vote, const Decision* of);
  [[nodiscard]] bool belongs(const SeenVote& vote, Stretch decision) const;
  [[nodiscard]] Range place(const SeenVote& vote) const { return scene_.index().range(vote.around); }

  const Scene& scene_;
  SideColumns columns_;
  std::vector<SeenVote> read_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<SeenVote>> found_;  // by stretch
  std::set<std::pair<std::uint32_t, std::uint32_t>> taken_;                         // places that best() has given
};

}  // namespace protokoll::grounds

#include <algorithm>

#include "facts/votes/vote_outcome.hpp"
#include "facts/votes/vote_table.hpp"
#include "facts/votes/votes.hpp"
#include "ground/votes.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {
namespace {

constexpr WordClasses telling{WordClass::yes, WordClass::no, WordClass::abstain, WordClass::votes, WordClass::unanimous, WordClass::vote_noun};

class VoteFinder {
 public:
  VoteFinder(Stretch within, const Scene& scene) : within_(within), scene_(scene), context_(scene.context()) {}

  std::vector<SeenVote> find(const std::vector<SeenVote>& read, const SideColumns& columns) {
    for (const auto& vote : read)
      if (within_.holds(vote.place.first)) votes_.push_back(vote);
    if (within_.empty()) return std::move(votes_);
    const auto last = scene_.block_of(within_.last - 1);
    for (auto block = scene_.block_of(within_.first); block <= last; ++block) {
      sentences(scene_.view(block));
      row(block, last);
      lines_below_each_other(block, last);
      context_.forget_sentences();
    }
    for (auto& row : columns.rows(within_)) add(std::move(row.vote), row.place, scene_.row_of(row.place.first));
    std::stable_sort(votes_.begin(), votes_.end(), [](const SeenVote& a, const SeenVote& b) { return a.place.first < b.place.first; });
    join_neighbours();
    leave_bound();
    return std::move(votes_);
  }

 private:
  void sentences(std::string_view text) {
    for (const auto sentence : context_.sentences(text)) {
      const auto around = scene_.stretch(sentence);
      if (around.empty() || !within_.holds(around.first)) continue;
      const bool known = std::any_of(votes_.begin(), votes_.end(), [&](const SeenVote& vote) { return vote.read && vote.place.first < around.last && around.first < vote.place.last; });
      auto found = find_vote(sentence, VotePlace::sentence, context_);
      const bool firm = found.has_value() || is_vote_line(sentence, context_);
      if (!found && has_digit(sentence)) found = find_vote(sentence, VotePlace::under_label, context_);
      if (!found && has_digit(sentence)) found = figures_apart(sentence);
      if (found) add(found->vote, scene_.index().stretch(found->range), around, !firm);
      const auto outcome = known || found || says_nothing_itself(sentence) ? std::nullopt : said_outcome(sentence, context_);
      if (outcome) votes_.push_back({.vote = {.outcome = outcome}, .place = around, .around = around});
    }
  }

  /// A label ("Decisions:"), and what follows from a vote that was told before: "She accepts."
  [[nodiscard]] bool says_nothing_itself(std::string_view sentence) const {
    const auto& language = context_.language;
    return !language.label(trim(sentence, U":.*_-# ")).empty() || language.has("pronouns", sentence.substr(0, sentence.find_first_of(" ,\n")));
  }

  /// "The board is discharged: (7/0/0)", "Ann Leek (43 / 0 / 1)"
  [[nodiscard]] std::optional<FoundVote> figures_apart(std::string_view sentence) const {
    const auto open = sentence.rfind('('), colon = sentence.rfind(':');
    for (const auto from : {open, colon}) {
      if (from == std::string_view::npos) continue;
      auto part = sentence.substr(from + 1);
      if (const auto close = part.find(')'); close != std::string_view::npos) part = part.substr(0, close);
      if (auto found = has_digit(part) ? find_vote(trim(part), VotePlace::under_label, context_) : std::nullopt) return found;
    }
    return std::nullopt;
  }

  void add(Vote vote, Stretch place, Stretch around, bool loose = false) {
    settle(vote);
    const auto same = [&](const SeenVote& other) {
      return other.around.first <= around.first && around.last <= other.around.last && other.vote.yes == vote.yes && other.vote.no == vote.no && other.vote.abstain == vote.abstain;
    };
    if (place.empty() || std::any_of(votes_.begin(), votes_.end(), same)) return;
    votes_.push_back({.vote = std::move(vote), .place = place, .around = around, .loose = loose});
  }

  /// A row with a column for each side, as the row above names them.
  void row(std::uint32_t block, std::uint32_t last) {
    const auto& document = context_.document;
    const auto row_of = [&](std::uint32_t number) { return document.enclosing(document.blocks[number].container, ContainerKind::row); };
    const auto row = row_of(block);
    if (row < 0 || row == last_row_) return;
    last_row_ = row;
    std::vector<Piece> pieces;
    auto end = block;
    for (; end <= last && row_of(end) == row; ++end) pieces.push_back({end, document.blocks[end].range});
    if (auto vote = row_vote(pieces, sides_, context_)) {
      const auto place = scene_.of_bytes(vote->span);
      add(std::move(*vote), place, scene_.index().stretch({document.blocks[block].range.begin, document.blocks[end - 1].range.end}));
    }
  }

  [[nodiscard]] bool is_short(std::uint32_t block) const {
    constexpr std::size_t longest = 120;
    const auto view = scene_.view(block);
    return view.size() <= longest && (has_digit(view) || context_.reading.classes(view).any(telling));
  }

  /// "Yes: 4", and in the lines below "No: 1".
  void lines_below_each_other(std::uint32_t block, std::uint32_t last) {
    constexpr std::uint32_t most = 6;
    if (!is_short(block)) return;
    for (auto end = block + 1; end <= last && end < block + most && is_short(end); ++end) {
      const Range range{scene_.block(block).range.begin, scene_.block(end).range.end};
      const auto found = find_vote(context_.view(range), VotePlace::under_label, context_);
      if (found) add(found->vote, scene_.index().stretch(found->range), scene_.index().stretch(range));
    }
  }

  /// Several sentences in a row that tell of one vote.
  void join_neighbours() {
    constexpr std::uint32_t near = 12;
    const auto size = votes_.size();
    for (std::size_t i = 1; i < size; ++i) {
      auto joined = votes_[i - 1];
      const auto& next = votes_[i];
      if (next.around.first < joined.around.last || next.around.first - joined.around.last > near || joined.of != nullptr) continue;
      if (add_counts(joined.vote, next.vote) != Joined::added) continue;
      joined.place.last = next.place.last;
      joined.around.last = next.around.last;
      joined.read = false;
      joined.fact = nullptr;
      votes_.push_back(joined);
    }
    std::stable_sort(votes_.begin(), votes_.end(), [](const SeenVote& a, const SeenVote& b) { return a.place.first < b.place.first; });
  }

  /// What overlaps a vote that the tool bound to a decision is nobody else's.
  void leave_bound() {
    for (auto& vote : votes_) {
      const auto is_owner = [&](const SeenVote& other) { return other.of != nullptr && other.around.first < vote.around.last && vote.around.first < other.around.last; };
      if (vote.of == nullptr && std::any_of(votes_.begin(), votes_.end(), is_owner)) vote.loose = true;
    }
  }

  Stretch within_;
  const Scene& scene_;
  const Context& context_;
  std::vector<SeenVote> votes_;
  SidesAbove sides_;
  std::int32_t last_row_ = -1;
};

}  // namespace

std::vector<SeenVote> find_votes(Stretch within, const std::vector<SeenVote>& read, const SideColumns& columns, const Scene& scene) {
  return VoteFinder(within, scene).find(read, columns);
}

}  // namespace protokoll::grounds

#include "ground/votes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "facts/votes/votes.hpp"
#include "source/utf8.hpp"

namespace protokoll::grounds {
namespace {

constexpr std::optional<int> Vote::* sides[] = {&Vote::yes, &Vote::no, &Vote::abstain};

std::string sentence(const Scene& scene, Stretch place) {
  constexpr std::size_t most = 160;
  auto text = Context::flat(scene.index().text(place));
  if (text.size() <= most) return text;
  return std::string(begin_of(text, most)) + "...";
}

/// The figure in digits stands among a stretch's words.
bool is_printed(int count, Stretch place, const Scene& scene) {
  const auto phrase = scene.index().phrase(std::to_string(count));
  return !scene.index().find(phrase, place, 1).empty();
}

bool has_counts(const Vote& vote) { return vote.yes || vote.no || vote.abstain || vote.unanimous; }

/// How many of the given values the vote has, and how many it has otherwise.
std::pair<int, int> fit(const GivenVote& given, const Vote& vote) {
  int same = 0, other = 0;
  const auto compare = [&](const auto& a, const auto& b) {
    if (!a || !b) return;
    (*a == *b ? same : other) += 2;
  };
  compare(given.yes, vote.yes);
  compare(given.no, vote.no ? vote.no : vote.unanimous ? std::optional(0) : std::nullopt);
  compare(given.abstain, vote.abstain);
  if (given.unanimous.value_or(false)) (vote.unanimous ? same : other) += 2;
  if (given.outcome && vote.outcome) (given.outcome == vote.outcome ? same : other) += 1;
  return {same, other};
}

}  // namespace

VoteGrounder::VoteGrounder(const Scene& scene) : scene_(scene), columns_(scene) {
  const auto& minutes = scene.minutes();
  add_read(minutes.agenda);
  for (const auto& decision : minutes.decisions)
    if (decision.vote) add_read(*decision.vote, &decision);
  for (const auto& vote : minutes.votes) add_read(vote, nullptr);
  std::stable_sort(read_.begin(), read_.end(), [](const SeenVote& a, const SeenVote& b) { return a.place.first < b.place.first; });
}

void VoteGrounder::add_read(const std::vector<AgendaItem>& items) {
  for (const auto& item : items) {
    for (const auto& decision : item.decisions)
      if (decision.vote) add_read(*decision.vote, &decision);
    for (const auto& vote : item.votes) add_read(vote, nullptr);
    add_read(item.items);
  }
}

void VoteGrounder::add_read(const Vote& vote, const Decision* of) {
  const auto place = scene_.of_bytes(vote.span);
  if (place.empty()) return;
  auto around = scene_.stretch(scene_.sentence_of(place.first));
  around = {std::min(around.first, place.first), std::max(around.last, place.last)};
  read_.push_back({.vote = vote, .place = place, .around = around, .read = true, .of = of, .fact = &vote});
}

const std::vector<SeenVote>& VoteGrounder::votes(Stretch within) {
  const auto [place, made] = found_.try_emplace({within.first, within.last});
  if (made) place->second = find_votes(within, read_, columns_, scene_);
  return place->second;
}

// A word of acceptance alone is that of the decision in its own entry, or of the one right in front of it in running text.
bool VoteGrounder::belongs(const SeenVote& vote, Stretch decision) const {
  constexpr std::uint32_t near = 25;
  const auto& document = scene_.context().document;
  const auto in_list = [&](std::uint32_t word) { return document.enclosing(scene_.block(scene_.block_of(word)).container, ContainerKind::item) >= 0; };
  if (scene_.row_of(decision.first).holds(vote.around.first)) return true;
  return vote.around.first >= decision.first && vote.around.first < decision.last + near && !in_list(decision.first) && !in_list(vote.around.first);
}

const SeenVote* VoteGrounder::of_decision(Stretch decision, const Decision* read, const std::vector<Stretch>& others, Stretch within) {
  constexpr std::uint32_t near_behind = 80, near_before = 30;
  const auto parted = [&](std::uint32_t first, std::uint32_t last) {
    const auto next = std::lower_bound(others.begin(), others.end(), first, [](Stretch other, std::uint32_t word) { return other.first < word; });
    return next != others.end() && next->first <= last;
  };
  const SeenVote *behind = nullptr, *before = nullptr;
  for (const auto& vote : votes(within)) {
    if (read != nullptr && vote.of == read) return &vote;
    if (vote.of != nullptr || vote.loose || scene_.item_at(vote.place.first) != scene_.item_at(decision.first)) continue;
    if (!has_counts(vote.vote) && !belongs(vote, decision)) continue;
    if (vote.around.last > decision.first && vote.around.first < decision.last + near_behind && !parted(decision.last, vote.around.first) &&
        (behind == nullptr || (has_counts(vote.vote) && !has_counts(behind->vote))))
      behind = &vote;
    if (vote.around.last <= decision.first && decision.first < vote.around.last + near_before) before = &vote;
  }
  return behind ? behind : before;
}

const SeenVote* VoteGrounder::best(const GivenVote& given, Stretch within) {
  const SeenVote* best = nullptr;
  int best_score = 0;
  for (const auto& vote : votes(within)) {
    const auto [same, other] = fit(given, vote.vote);
    const bool counts = given.yes || given.no || given.abstain;
    if (counts && !has_counts(vote.vote)) continue;
    const bool taken = taken_.contains({vote.place.first, vote.place.last});
    const auto score = 4 * same - 3 * other + (taken ? 0 : 2) + static_cast<int>(vote.read);
    if (best != nullptr && score <= best_score) continue;
    best = &vote;
    best_score = score;
  }
  if (best != nullptr) taken_.insert({best->place.first, best->place.last});
  return best;
}

const SeenVote* VoteGrounder::same(const GivenVote& given, Stretch within) {
  for (const auto& vote : votes(within)) {
    const auto [same, other] = fit(given, vote.vote);
    if (other == 0 && same > 1) return &vote;
  }
  return nullptr;
}

Verdict VoteGrounder::count(int given, std::optional<int> Vote::* side, const SeenVote* vote) const {
  if (vote == nullptr) return {Grounding::missing, {}, {}, "no vote with counts stands there"};
  const auto& stated = vote->vote.*side;
  if (stated == given) return {is_printed(given, vote->around, scene_) ? Grounding::exact : Grounding::derived, place(*vote)};
  if (stated) return {Grounding::contradicted, place(*vote), {}, fmt::format("the minutes count {}: \"{}\"", *stated, sentence(scene_, vote->around))};
  if (side == &Vote::no && vote->vote.unanimous) {
    if (given == 0) return {Grounding::derived, place(*vote)};
    return {Grounding::contradicted, place(*vote), {}, fmt::format("the minutes call it unanimous: \"{}\"", sentence(scene_, vote->around))};
  }
  // The figure stands in the sentence, but for another side.
  for (const auto other : sides)
    if (vote->vote.*other == given && given != 0)
      return {Grounding::contradicted, place(*vote), {}, fmt::format("the minutes count {} for another side: \"{}\"", given, sentence(scene_, vote->around))};
  return {Grounding::missing, {}, {}, fmt::format("the vote does not count it: \"{}\"", sentence(scene_, vote->around))};
}

Verdict VoteGrounder::unanimous(bool given, const SeenVote* vote) const {
  if (vote == nullptr) return given ? Verdict{Grounding::missing, {}, {}, "no vote stands there"} : Verdict{Grounding::derived, {}};
  if (vote->vote.unanimous == given) return {Grounding::derived, place(*vote)};
  const bool divided = vote->vote.no.value_or(0) > 0;
  if (!given) {
    return {Grounding::contradicted, place(*vote), {}, fmt::format("the minutes call it unanimous: \"{}\"", sentence(scene_, vote->around))};
  }
  if (divided) return {Grounding::contradicted, place(*vote), {}, fmt::format("the minutes count votes against it: \"{}\"", sentence(scene_, vote->around))};
  if (vote->vote.no == 0 && vote->vote.yes) return {Grounding::derived, place(*vote)};
  return {Grounding::missing, {}, {}, fmt::format("the minutes do not call it unanimous: \"{}\"", sentence(scene_, vote->around))};
}

const SeenVote* VoteGrounder::outcome_behind(std::uint32_t word, VoteOutcome given, Stretch within) {
  const SeenVote* first = nullptr;
  for (const auto& vote : votes(within)) {
    if (vote.around.last <= word || !outcome_of(vote.vote)) continue;
    if (outcome_of(vote.vote) == given) return &vote;
    if (first == nullptr) first = &vote;
  }
  return first;
}

Verdict VoteGrounder::outcome(VoteOutcome given, const SeenVote* vote, Stretch within) {
  constexpr std::uint32_t near = 60;
  if (vote == nullptr) vote = outcome_behind(within.first, given, within);
  else if (!outcome_of(vote->vote)) {
    const auto* behind = outcome_behind(vote->around.first, given, within);
    if (behind != nullptr && behind->around.first < vote->around.last + near) vote = behind;
  }
  if (vote == nullptr) return {Grounding::missing, {}, {}, "no outcome stands there"};
  const auto stated = outcome_of(vote->vote);
  if (stated == given) return {Grounding::derived, place(*vote)};
  if (stated) return {Grounding::contradicted, place(*vote), {}, fmt::format("the minutes say {}: \"{}\"", to_string(*stated), sentence(scene_, vote->around))};
  if (given == VoteOutcome::adopted && vote->vote.yes.value_or(0) > 0 && !vote->vote.no) return {Grounding::derived, place(*vote)};
  return {Grounding::missing, {}, {}, fmt::format("the minutes do not say what came of it: \"{}\"", sentence(scene_, vote->around))};
}

}  // namespace protokoll::grounds

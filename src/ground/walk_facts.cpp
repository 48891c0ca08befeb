#include <algorithm>

#include "ground/deeds.hpp"
#include "ground/walk.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {

GivenVote given_vote(Node& node) {
  GivenVote given;
  given.yes = node.number("yes");
  given.no = node.number("no");
  given.abstain = node.number("abstain");
  given.unanimous = node.flag("unanimous");
  if (const auto outcome = node.text("outcome")) {
    given.outcome = named(*outcome, VoteOutcome::adopted, VoteOutcome::deferred);
    if (!given.outcome) node.judge("outcome", *outcome, {Grounding::missing, {}, {}, "is no outcome"});
  }
  return given;
}

void Walk::facts(Node& node, const Home& home) {
  node.each("decisions", [&](Node& entry) { return decision(entry, home); });
  node.each("votes", [&](Node& entry) {
    const auto given = given_vote(entry);
    return vote(entry, given, votes_.best(given, home.within), home);
  });
  node.each("actions", [&](Node& entry) { return action(entry, home); });
}

// In the sentence or row, else in the lines around it.
Verdict Walk::due_near(std::string_view due, Stretch place, const Home& home) const {
  constexpr std::uint32_t above = 2, below = 3;
  if (place.empty()) return days_.day_near(due, home.within, home.within);
  const auto own = days_.day_near(due, scene_.surroundings(place, 0, 0), home.within);
  if (own.stands() || own.grounding == Grounding::contradicted) return own;
  const auto around = scene_.surroundings(place, above, below);
  const auto wide = days_.day_near(due, {std::max(around.first, home.within.first), std::min(around.last, home.within.last)}, home.within);
  return wide.stands() ? wide : own;
}

bool Walk::decision(Node& node, const Home& home) {
  const auto text = node.text("text");
  const auto verdict = text ? texts_.ground(*text, {home.within, decisions_.places(), true}) : Verdict{};
  if (text) node.judge_main("text", *text, verdict);
  const auto place = stretch(verdict);
  const auto* found = place.empty() ? nullptr : decisions_.at(place);
  const auto* read = found ? found->fact : nullptr;
  const auto* item = place.empty() ? home.item : scene_.item_at(place.first);
  const auto within = verdict.grounding == Grounding::misplaced && item ? item->extent : home.within;
  const auto* seen = place.empty() ? nullptr : votes_.of_decision(place, read, within);
  if (const auto kind = node.text("kind")) node.judge("kind", *kind, ground_kind(*kind, place, read, seen, scene_));
  stated(node, "label", {home.within});
  if (const auto outcome = node.text("outcome")) node.judge("outcome", *outcome, ground_outcome(*outcome, place, read, seen, votes_, home.within));
  if (auto* value = node.object("vote")) {
    Node bound(*value, node.pointer("vote"), node.record());
    const auto given = given_vote(bound);
    if (seen == nullptr) seen = votes_.best(given, home.within);
    static_cast<void>(vote(bound, given, seen, home));
  }
  stated(node, "level", {home.within});
  if (const auto due = node.text("due")) node.judge("due", *due, due_near(*due, place, home));
  labels(node, "attachments", home);
  return node.finish();
}

bool Walk::vote(Node& node, const GivenVote& given, const SeenVote* seen, const Home& home) {
  const auto judge = [&](const char* key, std::optional<int> count, std::optional<int> Vote::* side) {
    if (count) node.judge(key, std::to_string(*count), votes_.count(*count, side, seen));
  };
  judge("yes", given.yes, &Vote::yes);
  judge("no", given.no, &Vote::no);
  judge("abstain", given.abstain, &Vote::abstain);
  if (given.unanimous) node.judge("unanimous", *given.unanimous ? "true" : "false", votes_.unanimous(*given.unanimous, seen));
  if (given.outcome) node.judge("outcome", to_string(*given.outcome), votes_.outcome(*given.outcome, seen, home.within));
  if (const auto text = node.text("text")) node.judge_main("text", *text, texts_.ground(*text, {home.within, seen ? std::vector{seen->around} : std::vector<Stretch>{}}));
  else if (seen != nullptr) node.place(scene_.index().range(seen->place));
  return node.finish();
}

bool Walk::action(Node& node, const Home& home) {
  const auto text = node.text("text");
  const auto verdict = text ? texts_.ground(*text, {home.within, actions_.places(), true}) : Verdict{};
  if (text) node.judge_main("text", *text, verdict);
  const auto place = stretch(verdict);
  const auto* found = place.empty() ? nullptr : actions_.at(place);
  const auto* read = found ? found->fact : nullptr;
  const auto near = place.empty() ? home.within : scene_.surroundings(place, 0, 0);
  // In the sentence or row; else in a line close by, as long as it is not known whose task it is.
  const auto doer = [&](std::string_view name) {
    constexpr std::uint32_t above = 3, below = 2;
    const auto own = people_.near(name, near, read ? read->assignees : std::vector<Person>{});
    if (own.stands() || place.empty() || (read && !read->assignees.empty())) return own;
    const auto around = scene_.surroundings(place, above, below);
    const auto wide = people_.near(name, {std::max(around.first, home.within.first), std::min(around.last, home.within.last)}, {});
    return wide.stands() ? wide : own;
  };
  node.each(
      "assignees",
      [&](Node& entry) {
        const auto name = entry.text("name");
        return name ? person(entry, doer(*name), *name) : entry.finish();
      },
      [&](std::string_view name, std::size_t at) {
        const auto one = doer(name);
        node.judge_entry("assignees", at, name, one);
        return one.stands() || !strict_;
      });
  if (const auto due = node.text("due")) {
    const bool same = read && read->due.value == *due;
    node.judge("due", *due, same ? Verdict{Grounding::derived, scene_.index().range(scene_.of_bytes(read->due.span))} : due_near(*due, place, home));
  }
  if (const auto done = node.flag("done")) {
    const bool known = read && read->done;
    const auto grounding = !known ? Grounding::missing : *read->done == *done ? Grounding::derived : Grounding::contradicted;
    node.judge("done", *done ? "true" : "false", {grounding, {}, {}, grounding == Grounding::derived ? "" : "no box or column says so"});
  }
  return node.finish();
}

}  // namespace protokoll::grounds

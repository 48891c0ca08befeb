#include <algorithm>

#include "ground/deeds.hpp"
#include "ground/walk.hpp"
#include "words/text.hpp"

namespace protokoll::grounds {

namespace {

std::string member_text(const Json& json, const char* key) {
  const auto found = json.FindMember(key);
  return found != json.MemberEnd() && found->value.IsString() ? std::string(found->value.GetString(), found->value.GetStringLength()) : std::string();
}

std::optional<int> member_count(const Json& json, const char* key) {
  const auto found = json.FindMember(key);
  return found != json.MemberEnd() && found->value.IsInt() ? std::optional(found->value.GetInt()) : std::nullopt;
}

bool differs(std::optional<int> given, std::optional<int> read) { return given && read && *given != *read; }

}  // namespace

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
    const auto* seen = votes_.best(given, home.within);
    if (auto* comparing = node.record().comparing) {
      const Vote own{.yes = given.yes, .no = given.no, .abstain = given.abstain, .unanimous = given.unanimous.value_or(false), .outcome = given.outcome};
      const Said said{"vote", entry.pointer(), in_a_line(own), votes_.same(given, home.within) ? Verdict{Grounding::derived} : Verdict{}};
      const bool same = seen && !differs(given.yes, seen->vote.yes) && !differs(given.no, seen->vote.no) && !differs(given.abstain, seen->vote.abstain);
      const int item = home.item ? home.item->number : 0;
      if (seen && seen->fact) comparing->met(said, seen->fact, in_a_line(seen->vote), seen->fact->span, item, same);
      else comparing->only_in_answer(said, item);
    }
    return vote(entry, given, seen, home);
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

void Walk::compare_decision(Node& node, const Said& said, const ReadFact<Decision>* found, const Home& home) {
  auto* comparing = node.record().comparing;
  if (comparing == nullptr) return;
  if (found == nullptr) return comparing->only_in_answer(said, home.item ? home.item->number : 0);
  const auto& read = *found->fact;
  const auto outcome = member_text(node.json(), "outcome");
  bool same = outcome.empty() || !read.outcome || outcome == to_string(*read.outcome);
  const auto vote = node.json().FindMember("vote");
  if (vote != node.json().MemberEnd() && vote->value.IsObject() && read.vote) {
    const auto& given = vote->value;
    same = same && !differs(member_count(given, "yes"), read.vote->yes) && !differs(member_count(given, "no"), read.vote->no) && !differs(member_count(given, "abstain"), read.vote->abstain);
  }
  comparing->met(said, &read, in_a_line(read), read.span, found->item, same);
}

void Walk::compare_action(Node& node, const Said& said, const ReadFact<Action>* found, const Home& home) {
  auto* comparing = node.record().comparing;
  if (comparing == nullptr) return;
  if (found == nullptr) return comparing->only_in_answer(said, home.item ? home.item->number : 0);
  const auto due = member_text(node.json(), "due");
  const auto& read = *found->fact;
  comparing->met(said, &read, in_a_line(read), read.span, found->item, due.empty() || !read.due || due == read.due.value);
}

bool Walk::decision(Node& node, const Home& home) {
  const auto text = node.text("text");
  auto verdict = text ? decided_.ground(*text, {home.within, decisions_.places(), decisions_.outside(home.item, home.within), true}) : Verdict{};
  const auto place = stretch(verdict);
  const auto* found = place.empty() ? nullptr : decisions_.at(place, home.item);
  const auto* read = found ? found->fact : nullptr;
  const auto* item = place.empty() ? home.item : scene_.item_at(place.first);
  const auto within = verdict.grounding == Grounding::misplaced && item ? item->extent : home.within;
  const auto* seen = place.empty() ? nullptr : votes_.of_decision(place, read, decisions_.places(), within);
  if (verdict.stands() && !stands_as_decision(place, read, seen, scene_)) {
    verdict.grounding = Grounding::misplaced;
    verdict.note = "the words stand there, but not as what was decided";
  }
  if (text) node.judge_main("text", *text, verdict);
  if (text) compare_decision(node, {"decision", node.pointer(), *text, verdict}, found, home);
  if (const auto kind = node.text("kind")) node.judge("kind", *kind, ground_kind(*kind, place, read, scene_));
  stated(node, "label", {home.within});
  if (const auto outcome = node.text("outcome")) node.judge("outcome", *outcome, ground_outcome(*outcome, place, read, seen, votes_, within));
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
  const auto verdict = text ? to_do_.ground(*text, {home.within, actions_.places(), actions_.outside(home.item, home.within), true}) : Verdict{};
  if (text) node.judge_main("text", *text, verdict);
  const auto place = stretch(verdict);
  const auto* found = place.empty() ? nullptr : actions_.at(place, home.item);
  if (text) compare_action(node, {"task", node.pointer(), *text, verdict}, found, home);
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

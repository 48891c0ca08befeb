#include "diff/outcomes.hpp"

#include <fmt/format.h>

#include "diff/edit_script.hpp"
#include "diff/in_items.hpp"
#include "diff/people.hpp"
#include "diff/values.hpp"
#include "protokoll/mentions.hpp"

namespace protokoll::differences {
namespace {

std::string figure(std::optional<int> count) { return count ? std::to_string(*count) : "-"; }

/// What a vote says, without its outcome: equal for equal votes.
std::string counts(const Vote& vote) { return fmt::format("{}:{}:{}{}", figure(vote.yes), figure(vote.no), figure(vote.abstain), vote.unanimous ? "u" : ""); }

ChangeSide side_of(const Vote& vote) { return {.value = vote.text.empty() ? counts(vote) : vote.text, .vote = vote, .span = vote.span}; }

/// A fact that only one version has, or that stands in two different rows.
template <class Fact, class Side>
void whole(ChangeKind kind, ChangeSubject subject, const InItem<Fact>* before, const InItem<Fact>* after, const Side& side, const Items& items, const RowReport& report) {
  Change change{.kind = kind, .subject = subject};
  if (before) change.before = side(*before->fact);
  if (after) change.after = side(*after->fact);
  const auto row = after ? after->row : before->row;
  if (kind == ChangeKind::moved) {
    // Each side names the item it stands in.
    if (before->row) change.before = in_row(items, *before->row, change).before;
    if (after->row) change.after = in_row(items, *after->row, change).after;
    change.item = after->row ? static_cast<int>(*after->row) + 1 : 0;
    report(std::nullopt, std::move(change));
    return;
  }
  report(row, std::move(change));
}

/// Walks over both versions in the order of the newer one, what went in front: `compare` for two of the same fact.
template <class Fact, class Side, class Compare>
void walk(const std::vector<InItem<Fact>>& before, const std::vector<InItem<Fact>>& after, const Matching& matching, ChangeSubject subject, const Side& side,
          const Items& items, const RowReport& report, const Compare& compare) {
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!matching.of_old[i]) whole<Fact>(ChangeKind::removed, subject, &before[i], nullptr, side, items, report);
  for (std::size_t k = 0; k < after.size(); ++k) {
    const auto i = matching.of_new[k];
    if (!i) {
      whole<Fact>(ChangeKind::added, subject, nullptr, &after[k], side, items, report);
      continue;
    }
    if (before[*i].row != after[k].row) whole<Fact>(ChangeKind::moved, subject, &before[*i], &after[k], side, items, report);
    compare(*before[*i].fact, *after[k].fact, [&](Change change) { report(after[k].row, std::move(change)); });
  }
}

/// Two votes, or one that only one version has.
void vote_changed(Change change, const ChangeSide& before, const ChangeSide& after, const Report& report) {
  change.before = before;
  change.after = after;
  if (before.vote && after.vote && compared(before.value) != compared(after.value)) change.words = word_diff(before.value, after.value);
  report(std::move(change));
}

void compare_bound_vote(const Decision& before, const Decision& after, const Report& report) {
  const auto none = !before.vote && !after.vote;
  if (none || (before.vote && after.vote && counts(*before.vote) == counts(*after.vote))) return;
  Change change{.subject = ChangeSubject::decision, .field = "vote", .name = after.text};
  change.kind = !before.vote ? ChangeKind::added : !after.vote ? ChangeKind::removed : ChangeKind::changed;
  const auto side = [](const Decision& decision) { return decision.vote ? side_of(*decision.vote) : ChangeSide{.span = decision.span}; };
  vote_changed(std::move(change), side(before), side(after), report);
}

void compare_decision(const Decision& before, const Decision& after, const Report& report) {
  const auto of = [&](std::string_view field) { return Field{ChangeSubject::decision, field, after.text}; };
  const auto text = [](const Decision& decision) {
    const auto& vote = decision.vote;
    return TextWithParts{{decision.text, decision.span}, {part_of(decision.due), vote ? TextPart{vote->text, counts(*vote)} : TextPart{}}};
  };
  compare_text(of("text"), text(before), text(after), report);
  compare_value(of("kind"), {std::string(to_string(before.kind)), before.span}, {std::string(to_string(after.kind)), after.span}, report);
  compare_value(of("outcome"), {name_of(before.outcome), before.span}, {name_of(after.outcome), after.span}, report);
  compare_bound_vote(before, after, report);
  compare_value(of("due"), placed(before.due, before.span), placed(after.due, after.span), report);
  compare_words(of("level"), placed(before.level, before.span), placed(after.level, after.span), report);
}

std::string names(const Action& action, std::string (*spelled)(std::string_view)) {
  std::string all;
  for (const auto& person : action.assignees) {
    if (!all.empty()) all += ", ";
    all += spelled(person.name);
  }
  return all;
}

std::string as_printed(std::string_view name) { return std::string(name); }

void compare_task(const Action& before, const Action& after, const Report& report) {
  const auto of = [&](std::string_view field) { return Field{ChangeSubject::task, field, after.text}; };
  const auto text = [](const Action& action) {
    // One assignee takes the place of another; of several nobody says which.
    const auto who = action.assignees.size() == 1 ? action.assignees.front().name : std::string();
    return TextWithParts{{action.text, action.span}, {part_of(action.due), {who, comparable(who)}}};
  };
  compare_text(of("text"), text(before), text(after), report);
  if (names(before, comparable) != names(after, comparable)) {
    const auto who = [](const Action& action) { return PlacedValue{names(action, as_printed), action.assignees.empty() ? action.span : action.assignees.front().span}; };
    compare_value(of("assignees"), who(before), who(after), report);
  }
  compare_value(of("due"), placed(before.due, before.span), placed(after.due, after.span), report);
  const auto done = [](const Action& action) { return PlacedValue{action.done ? *action.done ? "true" : "false" : "", action.span}; };
  compare_value(of("done"), done(before), done(after), report);
}

}  // namespace

void compare_decisions(const Minutes& before, const Minutes& after, const Items& items, const RowReport& report) {
  const auto old_facts = in_items(before.decisions, items.before, items.row_of_old, &AgendaItem::decisions);
  const auto new_facts = in_items(after.decisions, items.after, items.row_of_new, &AgendaItem::decisions);
  Vocabulary vocabulary;
  const auto things = [&](const std::vector<InItem<Decision>>& facts) {
    std::vector<Thing> all;
    for (const auto& in : facts) {
      const auto& vote = in.fact->vote;
      all.push_back(thing_in_item(in.group(), in.fact->text, name_of(in.fact->outcome) + (vote ? counts(*vote) : "") + in.fact->due.value, vocabulary));
    }
    return all;
  };
  const auto old_things = things(old_facts), new_things = things(new_facts);
  auto matching = match(old_things, new_things);
  match_single(old_things, new_things, matching);
  const auto side = [](const Decision& decision) { return ChangeSide{.value = decision.text, .vote = decision.vote, .outcome = decision.outcome, .span = decision.span}; };
  walk(old_facts, new_facts, matching, ChangeSubject::decision, side, items, report, compare_decision);
}

void compare_tasks(const Minutes& before, const Minutes& after, const Items& items, const RowReport& report) {
  const auto old_facts = in_items(before.actions, items.before, items.row_of_old, &AgendaItem::actions);
  const auto new_facts = in_items(after.actions, items.after, items.row_of_new, &AgendaItem::actions);
  Vocabulary vocabulary;
  const auto things = [&](const std::vector<InItem<Action>>& facts) {
    std::vector<Thing> all;
    for (const auto& in : facts) all.push_back(thing_in_item(in.group(), in.fact->text, names(*in.fact, comparable) + "\n" + in.fact->due.value, vocabulary));
    return all;
  };
  const auto old_things = things(old_facts), new_things = things(new_facts);
  auto matching = match(old_things, new_things);
  match_single(old_things, new_things, matching);
  const auto side = [](const Action& action) { return ChangeSide{.value = action.text, .span = action.span}; };
  walk(old_facts, new_facts, matching, ChangeSubject::task, side, items, report, compare_task);
}

void compare_votes(const Minutes& before, const Minutes& after, const Items& items, const RowReport& report) {
  const auto old_facts = in_items(before.votes, items.before, items.row_of_old, &AgendaItem::votes);
  const auto new_facts = in_items(after.votes, items.after, items.row_of_new, &AgendaItem::votes);
  const auto things = [](const std::vector<InItem<Vote>>& facts) {
    std::vector<Thing> all;
    for (const auto& in : facts) {
      const auto here = std::to_string(in.group()) + "\n";
      const auto said = counts(*in.fact) + name_of(in.fact->outcome);
      // A vote has no words to be known by: what is left in an item is the same in its order.
      all.push_back({.keys = {here + said, here}, .group = in.group()});
    }
    return all;
  };
  const auto matching = match(things(old_facts), things(new_facts));
  walk(old_facts, new_facts, matching, ChangeSubject::vote, side_of, items, report, [](const Vote& one, const Vote& other, const Report& found) {
    if (counts(one) == counts(other) && one.outcome == other.outcome) return;
    vote_changed({.subject = ChangeSubject::vote}, side_of(one), side_of(other), found);
  });
}

}  // namespace protokoll::differences

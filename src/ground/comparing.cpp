#include "ground/comparing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace protokoll::grounds {

std::string in_a_line(const Vote& vote) {
  std::string line;
  const auto add = [&](std::string_view text) { line += line.empty() ? std::string(text) : fmt::format(", {}", text); };
  if (vote.yes) add(fmt::format("{} yes", *vote.yes));
  if (vote.no) add(fmt::format("{} no", *vote.no));
  if (vote.abstain) add(fmt::format("{} abstain", *vote.abstain));
  if (vote.unanimous) add("unanimous");
  if (vote.outcome) add(to_string(*vote.outcome));
  return line;
}

std::string in_a_line(const Decision& decision) {
  const auto vote = decision.vote ? in_a_line(*decision.vote) : std::string();
  if (!vote.empty()) return fmt::format("{} ({})", decision.text, vote);
  return decision.outcome ? fmt::format("{} ({})", decision.text, to_string(*decision.outcome)) : decision.text;
}

std::string in_a_line(const Action& action) {
  std::string who;
  for (const auto& person : action.assignees) who += (who.empty() ? "" : ", ") + person.name;
  return fmt::format("{}{}{}{}{}", action.text, who.empty() ? "" : " - ", who, action.due ? " by " : "", action.due.value);
}

std::string in_a_line(const AgendaItem& item) { return fmt::format("{}{}{}", item.number.value, item.number && item.title ? " " : "", item.title.value); }

void Comparing::met(const Said& said, const void* fact, std::string tool, Span span, int item, bool same) {
  met_.insert(fact);
  const auto who = same ? Comparison::Who::both : Comparison::Who::differ;
  out_.push_back({who, said.kind, said.pointer, said.text, std::move(tool), item, span, said.verdict.stands()});
}

void Comparing::only_in_answer(const Said& said, int item) {
  const auto span = said.verdict.place.empty() ? Span{} : scene_.bytes(said.verdict.place);
  out_.push_back({Comparison::Who::answer, said.kind, said.pointer, said.text, {}, item, span, said.verdict.stands()});
}

void Comparing::person(const Said& said, const std::vector<Person>& read) {
  const auto wanted = fold_case(said.text);
  const auto place = said.verdict.place.empty() ? Stretch{} : scene_.index().stretch(said.verdict.place);
  for (const auto& person : read) {
    const auto own = scene_.of_bytes(person.span);
    const bool same_place = !place.empty() && own.first < place.last && place.first < own.last;
    if (!same_place && fold_case(person.name) != wanted) continue;
    return met(said, &person, person.name, person.span, 0, true);
  }
  only_in_answer(said, 0);
}

void Comparing::single(const Said& said, const Stated& read) {
  if (!read) return only_in_answer(said, 0);
  met(said, &read, read.value, read.span, 0, fold_case(read.value) == fold_case(said.text));
}

void Comparing::missing(std::string_view kind, const void* fact, std::string tool, Span span, int item) {
  if (!met_.contains(fact)) out_.push_back({Comparison::Who::tool, std::string(kind), {}, {}, std::move(tool), item, span, true});
}

void Comparing::missing(std::string_view kind, const std::vector<Person>& people) {
  for (const auto& person : people) missing(kind, &person, person.name, person.span, 0);
}

void Comparing::missing(const std::vector<Decision>& decisions, const std::vector<Vote>& votes, const std::vector<Action>& actions, int item) {
  for (const auto& decision : decisions) missing("decision", &decision, in_a_line(decision), decision.span, item);
  for (const auto& vote : votes) missing("vote", &vote, in_a_line(vote), vote.span, item);
  for (const auto& action : actions) missing("task", &action, in_a_line(action), action.span, item);
}

void Comparing::finish() {
  const auto& minutes = scene_.minutes();
  const auto& meeting = minutes.meeting;
  const std::pair<std::string_view, const Stated*> single[] = {{"title", &meeting.title}, {"series", &meeting.series}, {"organization", &meeting.organization}, {"date", &meeting.date},
                                                               {"start", &meeting.start}, {"end", &meeting.end}, {"location", &meeting.location}};
  for (const auto& [kind, stated] : single)
    if (*stated) missing(kind, stated, stated->value, stated->span, 0);
  missing("chair", meeting.chair);
  missing("secretary", meeting.secretary);
  missing("present", meeting.attendance.present);
  missing("excused", meeting.attendance.excused);
  missing("absent", meeting.attendance.absent);
  missing("guest", meeting.attendance.guests);
  for (const auto& next : meeting.next) missing("next", &next, fmt::format("{}{}{}", next.date.value, next.location ? " " : "", next.location.value), next.span, 0);
  for (const auto& read : scene_.items()) {
    missing("item", read.item, in_a_line(*read.item), read.item->span, read.number);
    missing(read.item->decisions, read.item->votes, read.item->actions, read.number);
  }
  missing(minutes.decisions, minutes.votes, minutes.actions, 0);
}

}  // namespace protokoll::grounds

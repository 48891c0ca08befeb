#include "diff/meeting.hpp"

#include "diff/compared.hpp"
#include "diff/matching.hpp"

namespace protokoll::differences {
namespace {

std::string joined(std::initializer_list<std::string_view> values) {
  std::string all;
  for (const auto value : values) {
    if (value.empty()) continue;
    if (!all.empty()) all += ", ";
    all += value;
  }
  return all;
}

std::string said(const NextMeeting& next) { return joined({next.date.value, next.start.value, next.location.value, next.name.value}); }

void compare_one(const NextMeeting& before, const NextMeeting& after, const Report& report) {
  const auto of = [&](std::string_view field) { return Field{ChangeSubject::next, field, after.date.value}; };
  compare_value(of("date"), placed(before.date, before.span), placed(after.date, after.span), report);
  compare_value(of("start"), placed(before.start, before.span), placed(after.start, after.span), report);
  compare_words(of("location"), placed(before.location, before.span), placed(after.location, after.span), report);
  compare_words(of("name"), placed(before.name, before.span), placed(after.name, after.span), report);
}

void compare_one(const Attachment& before, const Attachment& after, const Report& report) {
  const auto of = [&](std::string_view field) { return Field{ChangeSubject::attachment, field, after.label}; };
  compare_words(of("label"), {before.label, before.span}, {after.label, after.span}, report);
  compare_words(of("description"), {before.description, before.span}, {after.description, after.span}, report);
}

Thing thing_of(const NextMeeting& next) { return {.keys = {said(next), next.date.value, "any"}}; }

Thing thing_of(const Attachment& attachment) {
  const auto label = compared(attachment.label), description = compared(attachment.description);
  return {.keys = {label + "\n" + description, label, description}};
}

ChangeSide side_of(const NextMeeting& next) { return {.value = said(next), .span = next.span}; }
ChangeSide side_of(const Attachment& attachment) { return {.value = joined({attachment.label, attachment.description}), .span = attachment.span}; }

std::string name_of(const NextMeeting& next) { return next.date.value; }
std::string name_of(const Attachment& attachment) { return attachment.label; }

template <class Fact>
void compare_all(ChangeSubject subject, const std::vector<Fact>& before, const std::vector<Fact>& after, const Report& report) {
  std::vector<Thing> old_things, new_things;
  for (const auto& fact : before) old_things.push_back(thing_of(fact));
  for (const auto& fact : after) new_things.push_back(thing_of(fact));
  const auto matching = match(old_things, new_things);
  // What is missing is sought behind the others.
  const auto last = [](const std::vector<Fact>& facts) { return ChangeSide{.span = facts.empty() ? Span{} : facts.back().span}; };
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!matching.of_old[i]) report({.kind = ChangeKind::removed, .subject = subject, .name = name_of(before[i]), .before = side_of(before[i]), .after = last(after)});
  for (std::size_t k = 0; k < after.size(); ++k) {
    if (const auto i = matching.of_new[k]) compare_one(before[*i], after[k], report);
    else report({.kind = ChangeKind::added, .subject = subject, .name = name_of(after[k]), .before = last(before), .after = side_of(after[k])});
  }
}

}  // namespace

void compare_meeting(const Meeting& before, const Meeting& after, const Report& report) {
  const auto of = [](std::string_view field) { return Field{ChangeSubject::meeting, field}; };
  const auto number = [](const Meeting& meeting) { return meeting.ordinal ? std::to_string(*meeting.ordinal) : std::string(); };
  const auto title = [&](const Meeting& meeting) {
    return TextWithParts{placed(meeting.title), {part_of(meeting.date), part_of(meeting.start), part_of(meeting.location), part_of(meeting.organization),
                                                 part_of(meeting.series), {number(meeting), number(meeting)}}};
  };
  compare_text(of("title"), title(before), title(after), report);
  compare_words(of("organization"), placed(before.organization), placed(after.organization), report);
  compare_words(of("series"), placed(before.series), placed(after.series), report);
  compare_value(of("ordinal"), {number(before), before.ordinal_span}, {number(after), after.ordinal_span}, report);
  compare_value(of("date"), placed(before.date), placed(after.date), report);
  compare_value(of("start"), placed(before.start), placed(after.start), report);
  compare_value(of("end"), placed(before.end), placed(after.end), report);
  compare_words(of("location"), placed(before.location), placed(after.location), report);
}

void compare_next(const std::vector<NextMeeting>& before, const std::vector<NextMeeting>& after, const Report& report) {
  compare_all(ChangeSubject::next, before, after, report);
}

void compare_attachments(const std::vector<Attachment>& before, const std::vector<Attachment>& after, const Report& report) {
  compare_all(ChangeSubject::attachment, before, after, report);
}

}  // namespace protokoll::differences

#include "register/rows.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "protokoll/mentions.hpp"
#include "register/text.hpp"

namespace protokoll::registers {
namespace {

/// INSERT of so many values, NULL for the id in front, which SQLite gives.
std::string insert(std::string_view table, int values) {
  auto sql = fmt::format("INSERT INTO {} VALUES (NULL", table);
  for (int value = 1; value <= values; ++value) sql += fmt::format(", ?{}", value);
  return sql + ")";
}

std::string lines(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, "\n")); }

template <class Enum>
std::string_view name_of(const std::optional<Enum>& value) {
  return value ? to_string(*value) : std::string_view();
}

}  // namespace

Rows::Rows(Database& database, const Languages* languages)
    : database_(database),
      languages_(languages),
      document_(database, insert("document", 9)),
      meeting_(database, "INSERT INTO meeting VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
      stated_(database, "INSERT INTO stated VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      person_(database, insert("person", 8)),
      attendance_(database, insert("attendance", 12)),
      attachment_(database, insert("attachment", 5)),
      use_(database, "INSERT INTO attachment_use VALUES (?1, ?2, ?3)"),
      next_(database, insert("next_meeting", 8)),
      item_(database, insert("item", 15)),
      decision_(database, insert("decision", 12)),
      vote_(database, insert("vote", 13)),
      task_(database, insert("task", 9)),
      part_(database, insert("part", 11)),
      mention_(database, insert("mention", 7)),
      document_text_(database, "INSERT INTO document_text (rowid, title, head, tail) VALUES (?1, ?2, ?3, ?4)"),
      item_text_(database, "INSERT INTO item_text (rowid, title, text) VALUES (?1, ?2, ?3)"),
      decision_text_(database, "INSERT INTO decision_text (rowid, text) VALUES (?1, ?2)"),
      task_text_(database, "INSERT INTO task_text (rowid, text) VALUES (?1, ?2)") {}

std::int64_t Rows::add(const Minutes& minutes) {
  minutes_ = &minutes;
  position_ = 0;
  document(minutes);
  meeting(minutes.meeting);
  people(minutes.people);
  const auto& meeting = minutes.meeting;
  attendance("chair", meeting.chair);
  attendance("secretary", meeting.secretary);
  attendance("present", meeting.attendance.present);
  attendance("excused", meeting.attendance.excused);
  attendance("absent", meeting.attendance.absent);
  attendance("guest", meeting.attendance.guests);
  attachments(minutes.attachments);
  for (const auto& next : meeting.next) this->next(next);
  for (const auto& item : minutes.agenda) this->item(item, {}, 0);
  for (const auto& decision : minutes.decisions) this->decision(decision, {});
  for (const auto& vote : minutes.votes) this->vote(vote, {}, {});
  for (const auto& task : minutes.actions) this->task(task, {});
  return id_;
}

void Rows::remove(std::int64_t document) {
  const auto only = [&](std::string_view sql) { Statement(database_, sql).run(document); };
  only("INSERT INTO document_text (document_text, rowid, title, head, tail) SELECT 'delete', id, title, head, tail FROM document WHERE id = ?1");
  only("INSERT INTO item_text (item_text, rowid, title, text) SELECT 'delete', id, title, text FROM item WHERE meeting = ?1");
  only("INSERT INTO decision_text (decision_text, rowid, text) SELECT 'delete', id, text FROM decision WHERE meeting = ?1");
  only("INSERT INTO task_text (task_text, rowid, text) SELECT 'delete', id, text FROM task WHERE meeting = ?1");
  only("DELETE FROM attachment_use WHERE attachment IN (SELECT id FROM attachment WHERE meeting = ?1)");
  for (const std::string_view table :
       {"attachment", "next_meeting", "mention", "part", "attendance", "person", "vote", "task", "decision", "item", "stated"})
    only(fmt::format("DELETE FROM {} WHERE meeting = ?1", table));
  only("DELETE FROM meeting WHERE id = ?1");
  only("DELETE FROM document WHERE id = ?1");
}

void Rows::document(const Minutes& minutes) {
  const auto& source = minutes.source;
  const auto name = valid_name(source.name);
  const auto head = plain_text(minutes.head), tail = plain_text(minutes.tail);
  document_.run(name, source.sha256, source.bytes, source.encoding, source.dialect, minutes.language, minutes.meeting.title.value, head, tail);
  id_ = database_.last_id();
  document_text_.run(id_, minutes.meeting.title.value, head, tail);
}

void Rows::meeting(const Meeting& meeting) {
  const auto who = gathering(*minutes_, languages_);
  meeting_.run(id_, meeting.title.value, meeting.series.value, meeting.ordinal, meeting.organization.value, meeting.date.value, meeting.start.value,
               meeting.end.value, meeting.location.value, who.body, who.series);
  stated("title", meeting.title);
  stated("series", meeting.series);
  if (meeting.ordinal) stated("ordinal", {std::to_string(*meeting.ordinal), meeting.ordinal_span});
  stated("organization", meeting.organization);
  stated("date", meeting.date);
  stated("start_time", meeting.start);
  stated("end_time", meeting.end);
  stated("location", meeting.location);
}

void Rows::stated(std::string_view field, const Stated& value) {
  if (value && !value.span.empty()) stated_.run(id_, field, value.printed, value.reason, value.span.begin, value.span.end);
}

void Rows::people(const std::vector<KnownPerson>& people) {
  people_.clear();
  for (const auto& person : people) {
    if (person.name.empty()) continue;
    const auto aliases = lines(person.aliases), affiliations = lines(person.affiliations);
    person_.run(id_, person.name, person.title, aliases, affiliations, person.mentions, person.span.begin, person.span.end);
    const Id id = database_.last_id();
    const auto note = [&](std::string_view name) {
      const auto [known, is_new] = people_.emplace(name, id);
      if (!is_new && known->second != id) known->second.reset();
    };
    note(person.name);
    for (const auto& alias : person.aliases) note(alias);
  }
}

Id Rows::find(const Person& person) const {
  const auto found = people_.find(person.name);
  return found == people_.end() ? Id() : found->second;
}

void Rows::attendance(std::string_view kind, const std::vector<Person>& people) {
  for (const auto& person : people)
    attendance_.run(id_, kind, find(person), person.name, person.honorific, person.title, person.affiliation, person.role, person.from, person.until,
                    person.span.begin, person.span.end);
}

void Rows::attachments(const std::vector<Attachment>& attachments) {
  attachments_.clear();
  for (const auto& attachment : attachments) {
    if (attachment.label.empty()) continue;
    attachment_.run(id_, attachment.label, attachment.description, attachment.span.begin, attachment.span.end);
    attachments_.emplace(attachment.label, database_.last_id());
  }
}

void Rows::uses(const std::vector<std::string>& labels, Id item, Id decision) {
  for (const auto& label : labels)
    if (const auto found = attachments_.find(label); found != attachments_.end()) use_.run(found->second, item, decision);
}

void Rows::next(const NextMeeting& next) {
  next_.run(id_, next.date.value, next.start.value, next.location.value, next.name.value, next.text, next.span.begin, next.span.end);
}

void Rows::item(const AgendaItem& item, Id parent, int depth) {
  const auto text = plain_text(item.sections);
  item_.run(id_, parent, ++position_, depth, item.number.value, item.label.value, item.title.value, item.subtitle.value, to_string(item.status),
            item.is_public, item.language, text, to_string(item.by), item.span.begin, item.span.end);
  const Id id = database_.last_id();
  item_text_.run(id, item.title.value, text);
  mentions(item.title.value + "\n" + text, id, nullptr, {});
  uses(item.attachments, id, {});
  for (const auto& person : item.presenters) part(person, id, {});
  for (const auto& decision : item.decisions) this->decision(decision, id);
  for (const auto& vote : item.votes) this->vote(vote, id, {});
  for (const auto& task : item.actions) this->task(task, id);
  for (const auto& nested : item.items) this->item(nested, id, depth + 1);
}

void Rows::decision(const Decision& decision, Id item) {
  decision_.run(id_, item, to_string(decision.kind), decision.label.value, decision.text, name_of(decision.outcome), decision.level.value,
                decision.due.value, to_string(decision.by), to_string(decision.confidence), decision.span.begin, decision.span.end);
  const Id id = database_.last_id();
  decision_text_.run(id, decision.text);
  mentions(decision.text, item, &decision, id);
  uses(decision.attachments, item, id);
  if (decision.vote) vote(*decision.vote, item, id);
}

void Rows::vote(const Vote& vote, Id item, Id decision) {
  vote_.run(id_, item, decision, vote.yes, vote.no, vote.abstain, vote.unanimous, name_of(vote.outcome), vote.text, to_string(vote.by),
            to_string(vote.confidence), vote.span.begin, vote.span.end);
}

void Rows::task(const Action& task, Id item) {
  task_.run(id_, item, task.text, task.due.value, task.done, to_string(task.by), to_string(task.confidence), task.span.begin, task.span.end);
  const Id id = database_.last_id();
  task_text_.run(id, task.text);
  for (const auto& person : task.assignees) part(person, {}, id);
}

void Rows::mentions(std::string_view text, Id item, const Decision* decision, Id id) {
  const auto outcome = !decision ? std::nullopt : decision->outcome || !decision->vote ? decision->outcome : decision->vote->outcome;
  // What was not decided changes nothing.
  if (outcome && *outcome != VoteOutcome::adopted) return;
  if (decision && (decision->kind == DecisionKind::noted || decision->kind == DecisionKind::recommendation)) return;
  for (const auto& mention : protokoll::mentions(text, minutes_->language, minutes_->meeting.date.value, languages_)) {
    const bool changes = mention.kind == MentionKind::amends || mention.kind == MentionKind::repeals;
    // Decisions change decisions; that something is done or was put off is told in the text of an item.
    if (changes != (decision != nullptr) || (mention.wished && !outcome)) continue;
    mention_.run(id_, item, id, to_string(mention.kind), mention.date, mention.number, mention.words);
  }
}

void Rows::part(const Person& person, Id item, Id task) {
  part_.run(id_, item, task, find(person), person.name, person.honorific, person.title, person.affiliation, person.role, person.span.begin,
            person.span.end);
}

}  // namespace protokoll::registers

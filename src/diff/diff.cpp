#include "protokoll/diff.hpp"

#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "diff/meeting.hpp"
#include "diff/outcomes.hpp"
#include "diff/people.hpp"

namespace protokoll {

using namespace differences;

namespace {

/// A sentence may be a decision and a task: what changed in it is told of the decision.
class Sentences {
 public:
  /// Whether the change has been told already.
  bool told(const Change& change) {
    if (change.field.empty() || change.before.span.empty() || change.after.span.empty()) return false;
    auto place = std::tuple(change.field, change.before.span.begin, change.after.span.begin);
    if (change.subject == ChangeSubject::task) return decisions_.contains(place);
    if (change.subject == ChangeSubject::decision) decisions_.insert(std::move(place));
    return false;
  }

 private:
  std::set<std::tuple<std::string, std::size_t, std::size_t>> decisions_;
};

}  // namespace

std::vector<Change> diff(const Minutes& before, const Minutes& after) {
  std::vector<Change> all;
  const Report report = [&all](Change change) { all.push_back(std::move(change)); };
  compare_meeting(before.meeting, after.meeting, report);
  compare_attendance(before.meeting, after.meeting, report);
  compare_next(before.meeting.next, after.meeting.next, report);
  compare_attachments(before.attachments, after.attachments, report);
  const Items items(before, after);
  auto by_row = item_changes(items);
  Sentences sentences;
  const RowReport in_rows = [&](std::optional<std::size_t> row, Change change) {
    if (sentences.told(change)) return;
    if (row) by_row[*row].push_back(in_row(items, *row, std::move(change)));
    else if (change.item > 0) by_row[static_cast<std::size_t>(change.item) - 1].push_back(std::move(change));
    else all.push_back(std::move(change));
  };
  compare_decisions(before, after, items, in_rows);
  compare_votes(before, after, items, in_rows);
  compare_tasks(before, after, items, in_rows);
  for (auto& row : by_row) std::move(row.begin(), row.end(), std::back_inserter(all));
  return all;
}

std::string_view to_string(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return "added";
    case ChangeKind::removed: return "removed";
    case ChangeKind::changed: return "changed";
    case ChangeKind::moved: return "moved";
    case ChangeKind::renumbered: return "renumbered";
  }
  return "";
}

std::string_view to_string(ChangeSubject subject) {
  switch (subject) {
    case ChangeSubject::meeting: return "meeting";
    case ChangeSubject::person: return "person";
    case ChangeSubject::item: return "item";
    case ChangeSubject::presenter: return "presenter";
    case ChangeSubject::decision: return "decision";
    case ChangeSubject::vote: return "vote";
    case ChangeSubject::task: return "task";
    case ChangeSubject::next: return "next";
    case ChangeSubject::attachment: return "attachment";
  }
  return "";
}

std::string_view to_string(WordChange change) {
  switch (change) {
    case WordChange::same: return "same";
    case WordChange::removed: return "removed";
    case WordChange::added: return "added";
  }
  return "";
}

}  // namespace protokoll

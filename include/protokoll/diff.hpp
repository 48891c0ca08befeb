/// What changed in substance between two versions of minutes: items, decisions, votes, tasks, people, dates, places, attachments.
///
/// Compared are the facts that were read, not the markup: the same minutes in two dialects are equal. No substance are case, white space,
/// quotation marks, dashes of another length and punctuation at the edges of words; nor are the words of reports and discussions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/protokoll.hpp"

namespace protokoll {

enum class ChangeKind { added, removed, changed, moved, renumbered };

/// What the change is about.
enum class ChangeSubject { meeting, person, item, presenter, decision, vote, task, next, attachment };

enum class WordChange { same, removed, added };

/// Words in a row, with single spaces between them.
struct WordRun {
  WordChange change = WordChange::same;
  std::string text;
};

/// One version's side of a change.
struct ChangeSide {
  std::string value;   ///< as printed, or a date, a time or a name of `protokoll/1` ("adopted"); empty where this version has none
  std::string number;  ///< of the item it stands in, as printed
  std::string title;   ///< likewise
  std::string within;  ///< of an item that is nested: the number or title of the one around it
  std::optional<Vote> vote;  ///< of a vote, and of a decision that was taken by one
  std::optional<VoteOutcome> outcome;  ///< of a decision that was added or removed
  Span span;  ///< where it stands; where this version has none: the item it would stand in, or the item before; else empty
};

/// One thing that is not what it was.
struct Change {
  ChangeKind kind = ChangeKind::changed;
  ChangeSubject subject = ChangeSubject::item;
  /// What of the subject: a name of `protokoll/1` ("title", "text", "outcome", "vote", "due", "assignees", "present" …); "attendance" for who
  /// went from one of its lists to another; empty where the whole of it came, went or moved.
  std::string field;
  std::string name;  ///< whose: a person's name, an attachment's label, the date of a next meeting
  ChangeSide before, after;
  std::vector<WordRun> words;  ///< of texts that changed: a minimal edit script from the one to the other
  int item = 0;   ///< place of its item in the order of both versions, from 1; 0: outside all items
  int items = 1;  ///< renumbered: how many items in a row went on by the same number, as they do behind one that was added
};

/// The changes: meeting, people, next meetings, attachments, what stands outside all items, then the items in the order of the newer version with what is in them.
///
/// Items, decisions and tasks are matched by number, words and order, by likeness of words where these changed; nearly linear in the
/// minutes' size: likeness is asked for those alone that share a word which few others have. A word diff with more than 1000 changed words gives the
/// rest as one replacement.
[[nodiscard]] std::vector<Change> diff(const Minutes& before, const Minutes& after);

[[nodiscard]] std::string_view to_string(ChangeKind kind);
[[nodiscard]] std::string_view to_string(ChangeSubject subject);
[[nodiscard]] std::string_view to_string(WordChange change);

/// One version as outputs name it.
struct DiffVersion {
  std::string name;
  /// The file that spans point into; without it (minutes that come from JSON) places are given as bytes, not as lines and columns.
  std::optional<std::string_view> bytes;
};

struct DiffWriteOptions {
  DiffVersion before, after;
  std::string language = "en";  ///< of the labels of markdown and html
  bool colored = false;         ///< text: with colours of ANSI terminals
};

/// "text", "json", "markdown" and "html".
[[nodiscard]] std::vector<Entry> diff_formats();

/// Writes changes in one of these formats. Text is harmless to a terminal and empty where nothing changed; html is a page that needs nothing but itself and no script.
/// Throws std::invalid_argument on an unknown format.
[[nodiscard]] std::string write_diff(const std::vector<Change>& changes, std::string_view format, const DiffWriteOptions& options = {});

}  // namespace protokoll

/// The minutes as plain values: what `read` returns and every writer and rule takes.
///
/// Names follow the JSON document `protokoll/1`. Dates are EDTF (ISO 8601-2 level 1), times `HH:MM`, languages BCP 47.
/// Texts are UTF-8 in NFC with white space folded. Where OParl 1.1 has a name for a thing, its comment says which.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"
#include "protokoll/evidence.hpp"
#include "protokoll/observations.hpp"

namespace protokoll {

/// A value that the document states, and where; empty where the document is silent.
/// `printed` holds the document's own words where `value` is derived from them (a date, a time), `reason` what chose among their readings.
struct Stated {
  std::string value;
  Span span;
  std::string printed = {};
  std::string reason = {};

  explicit operator bool() const { return !value.empty(); }
};

/// By what sign a fact was recognised.
enum class By { label, phrase, heading, table, list, layout, metadata };

/// How firm that sign is; `low` facts are left out under ReadOptions::strict.
enum class Confidence { high, low };

/// OParl: Person (name, affix, formOfAddress, title), Membership (role, organization).
struct Person {
  std::string name;
  std::string honorific;    ///< as printed: "Frau", "Hr."
  std::string title;        ///< academic: "Prof. Dr."
  std::string affiliation;
  std::string role;
  std::string from, until;  ///< HH:MM, where an attendance list says who came late or left early
  Span span;
};

enum class VoteOutcome { adopted, rejected, deferred };

struct Vote {
  std::optional<int> yes, no, abstain;  ///< absent where the minutes are silent
  bool unanimous = false;
  std::optional<VoteOutcome> outcome;
  std::string text;
  By by = By::phrase;
  Confidence confidence = Confidence::high;
  Span span;
};

enum class DecisionKind { decision, agreement, recommendation, noted, election, discharge };

/// OParl: AgendaItem.resolutionText and AgendaItem.result.
struct Decision {
  DecisionKind kind = DecisionKind::decision;
  Stated label;  ///< as printed: "Decisions:"
  std::string text;
  std::optional<VoteOutcome> outcome;
  std::optional<Vote> vote;
  Stated level;  ///< "3. Ebene"
  Stated due;
  std::vector<std::string> attachments;
  By by = By::label;
  Confidence confidence = Confidence::high;
  Span span;
};

/// A task for somebody.
struct Action {
  std::string text;
  std::vector<Person> assignees;
  Stated due;
  std::optional<bool> done = {};  ///< where a box or a column says so
  By by = By::label;
  Confidence confidence = Confidence::high;
  Span span;
};

struct Link {
  std::string text;
  std::string href;
  Span span;
};

/// Words that a reader sees within a text and that are no part of what it says: struck out, or raised as the mark of a note is.
struct Aside {
  std::size_t at = 0;  ///< where in the text they stand, in bytes
  bool struck = true;  ///< else raised
  std::string text;
  Span span;
};

/// A text with its place: one bullet, one cell, one paragraph.
struct Text {
  std::string text;
  Span span;
  std::vector<Aside> asides = {};
  int number = 0;                   ///< of an entry of a numbered list: the one that a reader sees
  std::optional<bool> ticked = {};  ///< of an entry with a box: whether it is ticked
};

enum class BlockType { paragraph, list, table };

/// A paragraph (`text`; hard line breaks are '\n'), a list (`items`, with `depths`) or a table (`rows`).
struct Block {
  BlockType type = BlockType::paragraph;
  std::string text;
  std::vector<Aside> asides = {};    ///< of a paragraph: within its text
  std::vector<Text> items;
  std::vector<int> depths;           ///< one per item, 0 for the outermost
  bool ordered = false;
  int heading = 0;                   ///< paragraph of the head or tail that is a heading: its level, 1 to 6
  std::vector<std::vector<Text>> rows;
  Span span;
};

enum class SectionKind { report, discussion, decisions, agreements, actions, votes, other };

struct Section {
  SectionKind kind = SectionKind::report;
  Stated heading;
  std::vector<Block> blocks;
};

enum class ItemStatus { treated, deferred, withdrawn };

/// OParl: AgendaItem (number, name, public, result).
struct AgendaItem {
  Stated number;  ///< as printed, without the word for "item" and trailing punctuation; empty span if a list's rendering gives it
  Stated label;   ///< as printed: "TOP 3."
  Stated title;
  std::vector<Aside> asides;  ///< within the title
  Stated subtitle;
  std::vector<Person> presenters;
  ItemStatus status = ItemStatus::treated;
  Span status_span;                   ///< the words that say so; empty for `treated`
  std::optional<bool> is_public;      ///< only where the minutes say so
  std::string language;               ///< BCP 47; only where it is another than the document's
  std::vector<Section> sections;
  std::vector<Decision> decisions;
  std::vector<Vote> votes;            ///< those bound to no decision
  std::vector<Action> actions;
  std::vector<std::string> attachments;
  std::vector<Link> links;
  std::vector<AgendaItem> items;
  By by = By::layout;
  Span span;
};

/// An announced next meeting of the same body.
struct NextMeeting {
  Stated date, start, location, name;
  std::string text;
  Span span;
};

/// OParl: Meeting (name, start, end, location, organization, participant, auxiliaryFile).
struct Meeting {
  Stated title, series, organization, date, start, end, location;
  std::optional<int> ordinal;
  Span ordinal_span;
  std::vector<Person> chair, secretary;
  struct Attendance {
    std::vector<Person> present, excused, absent, guests;
  } attendance;
  std::vector<NextMeeting> next;
};

/// OParl: File. `items` are the numbers of the agenda items that refer to it.
struct Attachment {
  std::string label;  ///< the word and its number: "Annex 4"
  std::string description;
  std::vector<std::string> items;
  Span span;          ///< of its first mention
};

/// One human being, gathered over the whole document.
struct KnownPerson {
  std::string name;
  std::vector<std::string> aliases;
  std::string title;
  std::vector<std::string> affiliations;
  int mentions = 0;
  Span span;  ///< of the first mention
};

/// What a stretch of the document's visible text is; together the tiles are the whole text, in order, without overlap.
enum class TileKind { head, label, title, subtitle, presenter, heading, block, tail, boilerplate, residue, aside };

[[nodiscard]] std::string_view to_string(TileKind kind);

struct Tile {
  TileKind kind;
  std::string text;
  Span span;
};

/// Where the document came from.
struct SourceInfo {
  std::string name;
  std::size_t bytes = 0;
  std::string sha256;    ///< lower-case hex (FIPS 180-4)
  std::string encoding;  ///< IANA name
  std::string dialect;   ///< name of the reader
};

/// The document itself, for writers that show it; its shape is the library's own.
class PrintedDocument;

/// Everything that one document states.
struct Minutes {
  SourceInfo source;
  std::string language;
  Meeting meeting;
  std::vector<Block> head;   ///< what stands before the first item, as printed
  std::vector<AgendaItem> agenda;
  std::vector<Decision> decisions;
  std::vector<Vote> votes;
  std::vector<Action> actions;  ///< these three: outside every item
  std::vector<Block> tail;   ///< what stands behind the last item, as printed
  std::vector<Link> links;   ///< in head and tail
  std::vector<Attachment> attachments;
  std::vector<KnownPerson> people;
  std::vector<Text> residue;
  std::vector<Diagnostic> diagnostics;
  std::vector<Tile> tiles;  ///< only under ReadOptions::tiles
  Observations observations;  ///< only under ReadOptions::observe
  std::vector<Evidence> evidence;  ///< only under ReadOptions::explain
  std::shared_ptr<const PrintedDocument> printed;  ///< only under ReadOptions::printed
};

[[nodiscard]] std::string_view to_string(By by);
[[nodiscard]] std::string_view to_string(Confidence confidence);
[[nodiscard]] std::string_view to_string(VoteOutcome outcome);
[[nodiscard]] std::string_view to_string(DecisionKind kind);
[[nodiscard]] std::string_view to_string(SectionKind kind);
[[nodiscard]] std::string_view to_string(ItemStatus status);
[[nodiscard]] std::string_view to_string(BlockType type);

}  // namespace protokoll

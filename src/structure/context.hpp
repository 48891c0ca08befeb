/// What structure and facts work on: the document, its words, and the way from text back to bytes.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "document/document.hpp"
#include "languages/language.hpp"
#include "protokoll/model.hpp"
#include "protokoll/protokoll.hpp"
#include "source/source.hpp"
#include "table/protocol_table.hpp"
#include "weights/weights.hpp"
#include "words/reading.hpp"

namespace protokoll {

/// Claims a stretch of text for a tile.
struct Mark {
  Range range;
  TileKind kind;
};

/// An attachment that the document has cited.
struct CitedAttachment {
  std::size_t place;                      ///< in Minutes::attachments
  std::unordered_set<std::string> items;  ///< their numbers, as in Attachment::items
};

class KnownPeople;
struct TaskHabits;
struct PresenterHabit;

/// Views that are handed around point into Document::text; that is how a value knows its place.
struct Context {
  const Document& document;
  const Source& source;
  const Language& language;
  const Reading& reading;  ///< the document's words, in this language
  const Questions& weights;
  const ReadOptions& options;
  Minutes& minutes;
  std::vector<Mark> marks = {};
  std::unordered_map<std::string, CitedAttachment> cited = {};  ///< by label
  std::vector<bool> frames = {};  ///< per container: a table whose rows are the agenda or mere layout
  std::vector<bool> entries = {};  ///< per container: an entry of a list that is an item of the agenda
  std::vector<std::string_view> elections = {};  ///< the decisions that elect somebody
  mutable std::map<std::pair<const char*, std::size_t>, std::vector<std::string_view>> cut = {};  ///< what sentences() has given

  mutable std::uint32_t struck_shown = 0;  ///< up to where to_blocks has given the blocks that are struck as a whole
  mutable std::shared_ptr<const KnownPeople> known = {};  ///< what known_people() has given
  mutable std::shared_ptr<const TaskHabits> habits = {};  ///< what task_habits() has given
  std::shared_ptr<const PresenterHabit> habit = {};       ///< how the titles name those who present; nothing before all titles are known

  [[nodiscard]] Range range(std::string_view view) const;
  /// The sentences of a view in the context's language, cut once however often they are asked for; valid until forget_sentences().
  [[nodiscard]] const std::vector<std::string_view>& sentences(std::string_view view) const;
  /// Makes room if very many are kept: an item may be as long as a book.
  void forget_sentences() const {
    if (cut.size() > 1000) cut.clear();
  }
  /// Whether a table is no table of data: its rows are the agenda, or it only lays out the page.
  [[nodiscard]] bool is_frame(std::int32_t table) const { return frames[table]; }
  /// Whether a list's entry is an item of the agenda: what it holds stands in no list.
  [[nodiscard]] bool is_entry(std::int32_t item) const { return !entries.empty() && entries[item]; }
  /// Whether a piece stands in a cell of a table of data.
  [[nodiscard]] bool in_data_cell(const Piece& piece) const;
  /// Marks the tables in which no row has two cells with text.
  void find_layout_tables();
  [[nodiscard]] std::string_view view(Range place) const { return document.view(place); }
  [[nodiscard]] std::string_view view(const Piece& piece) const { return document.view(piece.range); }
  [[nodiscard]] const TextBlock& block(const Piece& piece) const { return document.blocks[piece.block]; }
  /// The bytes of the file behind a view.
  [[nodiscard]] Span span(std::string_view view) const;
  /// A view's text as a value: soft line ends become spaces.
  [[nodiscard]] static std::string flat(std::string_view view);
  [[nodiscard]] Stated stated(std::string_view view) const;
  /// A value derived from printed words (a date, a time), and what chose among their readings.
  [[nodiscard]] Stated derived(std::string value, std::string_view words, std::string reason = {}) const;
  void mark(std::string_view view, TileKind kind) { marks.push_back({range(view), kind}); }
  /// Notes what a candidate was weighed by, if that is asked for.
  void explain(std::string_view question, std::string_view place, const Weights& used, const Features& features, bool chosen, int block = -1) const;
  void report(std::string_view id, Severity severity, std::string message, std::string_view place) const;
};

}  // namespace protokoll

/// Reads the head piece by piece; a label without a value waits for the pieces that follow.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/meeting/meeting_choice.hpp"
#include "structure/segments.hpp"

namespace protokoll {

class HeadReader {
 public:
  HeadReader(MeetingChoice& choice, Context& context) : choice_(choice), context_(context), is_mail_(begins_with_mail()) {}

  /// The document's title says when and where as well.
  void title(std::string_view text);
  /// What stands above the title is no line on when and where.
  void pass_title() { near_date_ = true; }
  /// A piece of the head, in order.
  void piece(const Piece& piece);
  /// What an item among the first says of the meeting: labels and sentences on it, no mere lines.
  void item(std::string_view title, const std::vector<Piece>& body);

 private:
  using Keys = std::vector<std::string>;

  [[nodiscard]] static bool has(const Keys& keys, std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

  // A mail that carries the minutes: its own date is not that of the meeting.
  [[nodiscard]] bool begins_with_mail() const;
  [[nodiscard]] bool is_bold_line(const TextBlock& block) const;
  [[nodiscard]] bool starts_anew(const Piece& piece, const TextBlock& block);
  void read(const Segment& segment, const TextBlock& block);
  void unlabelled(std::string_view text, const TextBlock& block);

  void labelled(std::string_view value);
  // "Datum und Beginn:", of which only the last word is a label that everybody knows.
  [[nodiscard]] std::string_view longer_label(const Segment& segment, const TextBlock& block) const;
  [[nodiscard]] bool begins_with_date(std::string_view value) const;
  void metadata(const TextBlock& block);

  // "…, 3 May 2019, 7 pm, Chamber of Trades"
  [[nodiscard]] bool behind_calendar(std::string_view text, std::string_view place) const;
  // A label without a colon: "Date 17th October 2012", "Sitzungsort Rathaus".
  [[nodiscard]] bool is_colonless(std::string_view part);
  void consider(std::string_view part, const TextBlock& block);
  [[nodiscard]] bool tokens_all_place(std::string_view part) const;
  [[nodiscard]] bool opens_with_town(std::string_view part, std::string_view town) const;
  void place(std::string_view part, bool sentence, bool about_meeting);
  [[nodiscard]] bool names_summons(std::string_view front) const;
  [[nodiscard]] WordClasses right_in_front(std::string_view front) const;
  [[nodiscard]] Worth worth_of(std::string_view date, std::string_view part, WordClasses classes, bool meets) const;

  MeetingChoice& choice_;
  Context& context_;
  bool is_mail_;
  std::size_t pieces_ = 0;
  std::uint32_t last_block_ = 0;
  std::int32_t last_table_ = -1, last_cell_ = -1;
  bool complete_ = false;    // the label has its value beside it
  bool colonless_ = false;   // labels stand here without a colon
  bool in_item_ = false;
  bool under_next_ = false;  // a heading says that this is told of the next meeting
  bool near_date_ = false;   // the lines above were on when and where
  int since_date_ = 0;
  Keys waiting_;             // of the label whose value is being read
};

}  // namespace protokoll

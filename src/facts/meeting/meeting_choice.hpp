/// What several places of a document say of the meeting, and which of them is believed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "facts/meeting/day_order.hpp"
#include "structure/context.hpp"
#include "words/dates.hpp"
#include "words/times.hpp"

namespace protokoll {

/// How much a place in the document is worth as a source; the first of the best is believed.
enum class Worth : int { none = 0, file = 1, aside = 2, mention = 3, title = 5, line = 6, sentence = 7, label = 8, event = 9 };

/// Collects date, times and place of the meeting.
class MeetingChoice {
 public:
  explicit MeetingChoice(Context& context) : context_(context), dates_(context) {}

  /// The first date with a year in a text; a day without one that the best sources state is kept until a year is known.
  bool date(std::string_view text, Worth worth);
  /// The first time in a text; the second one of "19 to 21 h" is the end.
  bool times(std::string_view text, Worth worth, BareFigures bare = BareFigures::no_time);
  bool start(const TimeMatch& time, Worth worth);
  /// Of equal worth the last is believed.
  bool end(const TimeMatch& time, Worth worth);
  bool place(std::string_view place, Worth worth);
  [[nodiscard]] SettledDates& dates() { return dates_; }
  [[nodiscard]] bool has_date() const { return date_ != Worth::none; }
  [[nodiscard]] bool has_date(Worth worth) const { return date_ >= worth; }
  [[nodiscard]] bool has_place(Worth worth) const { return place_ >= worth; }

  /// Hours of the clock face are put into the half of the day that the others stand in; a title's day takes the year of the page's date.
  void finish();

 private:
  Context& context_;
  SettledDates dates_;
  Worth date_ = Worth::none, start_ = Worth::none, end_ = Worth::none, place_ = Worth::none;
  bool start_half_open_ = false, end_half_open_ = false;
  std::string_view start_text_, date_text_;
  std::optional<DateMatch> without_year_;

  void take(const DateMatch& found, std::string reason);
  void borrow_year();
  [[nodiscard]] bool starts_another_day() const;
};

}  // namespace protokoll

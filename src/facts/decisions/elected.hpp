/// Who got which office, told without a verb: "Treasurer: Tom Wye" under "The new board:".
#pragma once

#include <string_view>

#include "structure/context.hpp"

namespace protokoll {

/// "The following were elected", "results of the elections", "the new board is": a list of offices with names below it tells who was elected.
[[nodiscard]] bool announces_elected(std::string_view text, const Context& context);

/// The same, or "Candidates:", "The following are proposed:": what offices with names below it are about, whether they were elected or not.
[[nodiscard]] bool speaks_of_offices(std::string_view text, const Context& context);

/// "Keeper of the minutes: Tom Wye": an office of the meeting itself.
[[nodiscard]] bool serves_meeting(std::string_view text, const Context& context);

/// Follows lines or sentences, and knows which tell who got an office of the body or stands for one, none of this meeting.
class OfficesTold {
 public:
  /// `title` is the item's, or empty.
  OfficesTold(std::string_view title, const Context& context) : context_(context), titled_(!title.empty() && speaks_of_offices(title, context)), told_(titled_) {}

  /// To be asked of one after the other.
  [[nodiscard]] bool tells(std::string_view line);
  /// Something else begins.
  void end() { told_ = false; }

 private:
  const Context& context_;
  bool titled_;  // the title speaks of them
  bool told_;
};

/// "All were elected unanimously.": those in the list in front of it.
[[nodiscard]] bool elects_all(std::string_view text, const Context& context);

/// "Election of officers": what the item of this title is about.
[[nodiscard]] bool is_of_election(std::string_view title, const Context& context);

/// "Treasurer: Tom Wye", "Ann Leek (secretary)": an office with a name, and nothing else.
[[nodiscard]] bool is_office_with_name(std::string_view text, const Context& context);

/// "Starter: Ian Church", "Ann Leek (bar)": among such entries an office, whatever it is called.
[[nodiscard]] bool is_post_with_name(std::string_view text, const Context& context);

/// How many words of names stand in a row, at most: in "Ann Leek (bar)" two.
[[nodiscard]] std::size_t longest_name(std::string_view text, const Context& context);

}  // namespace protokoll

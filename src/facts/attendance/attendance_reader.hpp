/// Reads lines that list people: labels, headings and sentences open a group, what follows them belongs to it as long as it names people.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts/attendance/officers.hpp"
#include "facts/attendance/people_label.hpp"
#include "facts/attendance/people_lines.hpp"
#include "facts/attendance/people_segments.hpp"
#include "facts/decisions/elected.hpp"
#include "facts/names/name_list.hpp"

namespace protokoll {

/// Where the lines stand; only in the head people may be named without any word for what they are.
enum class Place : std::uint8_t { head, item, tail };

class AttendanceReader {
 public:
  /// `title` is that of the item whose lines are read, or empty.
  AttendanceReader(Place place, Context& context, std::string_view title = {}) : context_(context), place_(place), told_(title, context) {}

  /// What follows are people who stand so.
  void start(Standing standing, std::string_view label);
  void line(const PeopleLine& line);
  /// A line of a table that was read as a whole.
  void pass_table();
  /// Puts people into the meeting's list, those whose own words say something else into theirs.
  void add(Standing standing, std::vector<NameEntry> people, std::string_view role);
  [[nodiscard]] std::optional<Standing> standing() const { return standing_; }
  /// Under the same heading a table of names has been read: those of another stand so as well.
  [[nodiscard]] std::optional<Standing> standing_before() const { return passed_; }
  void finish();

 private:
  struct Listed {
    std::string_view text, role;
    Standing standing;
    bool beside;   // its label stands in the same line
    char box = 0;  // in front of it
  };

  void segment(const PeopleSegment& segment, const PeopleLine& line);
  void unlabelled(std::string_view text, const PeopleLine& line);
  void metadata(Standing standing, std::string_view value, std::uint32_t block);
  void sentence(std::string_view text, const PeopleLine& line);
  [[nodiscard]] bool belongs(std::string_view text, const PeopleLine& line) const;
  /// "everyone", "all members"
  [[nodiscard]] bool names_nobody(std::string_view text) const;
  bool told(std::string_view text);
  bool in_presence_of(std::string_view sentence);
  bool stated(std::string_view text, const PeopleLine& line);
  [[nodiscard]] bool is_beside(const PeopleLine& line) const;
  bool officers(Standing standing, std::string_view value);
  void group(const PeopleSegment& segment, const PeopleLine& line);
  void flush();
  [[nodiscard]] Standing standing_by_box(const Listed& listed) const;
  void close();
  void read_unclaimed();

  Context& context_;
  Place place_;
  OfficesTold told_;
  Officers officers_;
  std::optional<Standing> standing_, passed_;
  std::string_view role_;
  bool valued_ = false;    // the label had names beside it
  bool section_ = false;   // a heading or a title opened the group
  int level_ = 0;          // of that heading
  bool boxes_ = false;     // some box in front of a name was ticked
  int misses_ = 0;         // lines of the section in a row that name nobody
  std::int32_t other_row_ = -1;  // of a table, which begins with the label of something else
  PeopleLine opener_;
  std::vector<Listed> listed_;
  std::vector<std::pair<std::size_t, PeopleLine>> unclaimed_;  // with the line's number
  std::size_t number_ = 0;
};

}  // namespace protokoll

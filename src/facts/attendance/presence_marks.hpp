/// Marks in attendance tables: "x", "✓", "ja, ab 19:30", "entsch.", and codes that a legend explains.
#pragma once

#include <map>
#include <set>
#include <optional>
#include <string>
#include <vector>

#include "facts/attendance/people_label.hpp"

namespace protokoll {

class PresenceMarks {
 public:
  /// Learns the legends among the pieces ("A = aanwezig, V = verontschuldigd").
  PresenceMarks(const std::vector<Piece>& pieces, const Context& context);
  /// Learns what a column's one-letter codes mean: the one that most have means present.
  void learn(const std::vector<std::string_view>& column);

  /// Whether the legend explains all codes of a column.
  [[nodiscard]] bool explains(const std::vector<std::string_view>& column) const;
  /// Whether the legend says of a code neither that somebody came nor that they did not ("- = nicht eingeladen").
  [[nodiscard]] bool is_void(std::string_view cell) const;
  /// Whether a line or a cell explains codes.
  [[nodiscard]] bool is_legend(std::string_view line) const;

  /// What a cell says; nothing if it is no mark.
  [[nodiscard]] std::optional<Standing> read(std::string_view cell) const;

 private:
  void note(std::string_view code, std::string_view meaning);
  void read_equals(std::string_view text);
  void read_gaps(std::string_view line);
  void read_cells(const std::vector<Piece>& pieces);

  const Context& context_;
  std::map<std::string, Standing, std::less<>> legend_;
  std::set<std::string, std::less<>> void_;
  std::vector<std::string_view> explanations_;  // the lines and cells that explain codes
};

}  // namespace protokoll

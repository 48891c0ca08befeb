/// Marks in attendance tables: "x", "✓", "ja, ab 19:30", "entsch.", and codes that a legend explains.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "facts/people_label.hpp"

namespace protokoll {

class PresenceMarks {
 public:
  /// Learns the legends among the pieces ("A = aanwezig, V = verontschuldigd").
  PresenceMarks(const std::vector<Piece>& pieces, const Context& context);
  /// Learns what a column's one-letter codes mean: the one that most have means present.
  void learn(const std::vector<std::string_view>& column);

  /// Whether a line explains codes.
  [[nodiscard]] bool is_legend(std::string_view line) const;

  /// What a cell says; nothing if it is no mark.
  [[nodiscard]] std::optional<Standing> read(std::string_view cell) const;

 private:
  void note(std::string_view code, std::string_view meaning);
  void read_gaps(std::string_view line);

  const Context& context_;
  std::map<std::string, Standing, std::less<>> legend_;
  std::vector<std::string_view> explanations_;  // the lines of gaps that explain codes
};

}  // namespace protokoll

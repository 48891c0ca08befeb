/// The number in front of a block, with or without punctuation and a word for "item".
#pragma once

#include <optional>
#include <string_view>

#include "structure/agenda_label.hpp"

namespace protokoll {

/// Where the text stands that a number may be in front of.
struct LabelPlace {
  bool lonely = false;   ///< a heading or a short block: what stands in front may be a number without punctuation
  bool in_cell = false;  ///< of a table: "14 Yes" counts votes
};

[[nodiscard]] std::optional<AgendaLabel> find_label(std::string_view text, LabelPlace place, const Language& language);

/// "5 Roads", "5a Ring road": a number of at most two digits, perhaps a letter, and a word with a capital; three digits in front of capitals.
[[nodiscard]] std::optional<AgendaLabel> bare_number(std::string_view text);

/// "C048/23": a count between the letters in front and the year (or month and year) behind.
struct YearlyCode {
  std::string_view front, year;
  int count = 0;
};

/// The parts of a number whose first figures count and that goes on behind them; nothing of other numbers.
[[nodiscard]] std::optional<YearlyCode> yearly_code(std::string_view number);

/// "12/37" behind "12/36", "C049/23" behind "C048/23": alike but for one count, which goes on by one.
[[nodiscard]] bool is_next_code(std::string_view number, std::string_view next);

}  // namespace protokoll

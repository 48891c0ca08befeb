/// The number in front of an agenda item: "3.", "TOP 3:", "5a)", "2.1", "IV.", "Item 7 -".
#pragma once

#include <optional>
#include <string_view>

#include "languages/language.hpp"

namespace protokoll {

enum class LabelForm { number, letter, roman };

struct AgendaLabel {
  std::string_view label;   ///< with the word for "item" and the punctuation
  std::string_view word;    ///< "TOP"; empty if none is printed
  std::string_view number;  ///< "3", "5a", "2.1", "IV", "Primero"
  std::string_view rest;    ///< what follows, trimmed
  LabelForm form = LabelForm::number;
  char end = 0;             ///< the punctuation behind the number: '.', ')', ':', '-' or 0
  bool bracketed = false;   ///< "(a)"
  int count = -1;           ///< of a number in words

  [[nodiscard]] int depth() const;  ///< 0 for "3", 1 for "3.1" …
};

/// Size of a running number like "24/001" or "SEN/23/41" at the begin of a text: capitals and digits with slashes that end in a
/// short number. 0 if there is none.
[[nodiscard]] std::size_t coded_number(std::string_view text);

/// Size of what makes a figure in front of it one of the order: "1º", "2.ª", "3°". 0 if there is nothing.
[[nodiscard]] std::size_t order_sign(std::string_view text);

/// Size of a number with one or two capitals in front ("Ö1", "N 2", "ZP 1", "PC21.045"), as councils count their open and closed parts. 0 if there is none.
[[nodiscard]] std::size_t lettered_number(std::string_view text);

/// The label at the begin of a text, if there is one. A number alone ("7") is one only with a word before it,
/// punctuation behind it, or nothing else in the text.
[[nodiscard]] std::optional<AgendaLabel> parse_agenda_label(std::string_view text, const Language& language);

/// The value of a number in plain digits ("3"); 0 of any other ("3.1", "IV", none).
[[nodiscard]] int number_value(std::string_view number);

}  // namespace protokoll

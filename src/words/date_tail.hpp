/// What stands behind a day: its month and its year.
#pragma once

#include "languages/language.hpp"
#include "words/bits.hpp"

namespace protokoll {

/// The years that minutes can be of.
constexpr int first_year = 1800, last_year = 2199;

struct DateTail {
  std::size_t end = 0;  ///< 0: nothing of the kind
  int month = 0, year = 0;
  bool in_figures = false;
};

class DateTails {
 public:
  DateTails(const Bits& bits, const Language& language) : bits_(bits), language_(language), stop_behind_day_(language.has("date_suffixes", ".")) {}

  /// "of", "de"
  [[nodiscard]] bool is_joiner(std::size_t at) const;
  /// A word for "and".
  [[nodiscard]] bool is_list_word(std::size_t at) const;
  [[nodiscard]] std::size_t skip_joiners(std::size_t at) const;
  /// Behind a day's suffix ("3rd", "1er", "3."), if it has one.
  [[nodiscard]] std::size_t behind_suffix(std::size_t at) const;
  /// Of four digits, or of two behind an apostrophe.
  [[nodiscard]] std::size_t year(std::size_t at, int& value) const;
  /// The value of the longest number in words that begins here ("treinta y uno"), and how many bits it takes.
  [[nodiscard]] int number_words(std::size_t at, std::size_t& size) const;
  /// "L'an deux mille vingt-trois, le dix-huit avril"
  [[nodiscard]] int year_in_front(std::size_t at) const;
  /// A month's name, then perhaps the year.
  [[nodiscard]] DateTail named_month(std::size_t at) const;
  /// In figures or with a named month.
  [[nodiscard]] DateTail tail_behind(std::size_t day_end) const;

 private:
  // "zweitausendneunzehn" and "dos mil veinte" stand in the numbers; "deux mille vingt-trois" is put together.
  [[nodiscard]] std::size_t worded_year(std::size_t at, int& value) const;
  // ". 11. 2017" behind a day in figures: the same separator twice.
  [[nodiscard]] DateTail figures(std::size_t at) const;
  // ". III. 2024", "/XII/2024", " V 2024" behind a day in figures; only with its year.
  [[nodiscard]] DateTail roman(std::size_t at) const;
  [[nodiscard]] bool goes_on_behind(std::size_t end, char separator) const;

  const Bits& bits_;
  const Language& language_;
  bool stop_behind_day_;
};

}  // namespace protokoll

/// The words of one language, compiled from its data file (see README.md in this folder for its form).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "languages/date_order.hpp"
#include "languages/key.hpp"
#include "languages/lexicon.hpp"
#include "languages/word_map.hpp"

namespace protokoll {

/// A cheap handle on words that never change.
class Language {
 public:
  /// Reads a data file. Throws std::invalid_argument with the key at fault.
  explicit Language(std::string_view json);
  /// Reads a data file whose "classes" and "lists" have been laid out; the images must outlive the language.
  Language(std::string_view json, flat::Image lexicon, flat::Image lists);
  /// The same language as it is written in the region of a BCP 47 tag ("en-GB"); unchanged if the tag is of another language or names no known region.
  [[nodiscard]] Language in_region_of(std::string_view tag) const;

  [[nodiscard]] const Region& region() const { return region_; }

  [[nodiscard]] const std::string& tag() const;   ///< BCP 47
  [[nodiscard]] const std::string& name() const;  ///< of the language, in itself

  /// Number 1..12 / 1..7 (Monday = 1, ISO 8601) / value of a word, which may be in any case.
  [[nodiscard]] std::optional<int> month(std::string_view word) const;
  [[nodiscard]] std::optional<int> weekday(std::string_view word) const;
  /// Value of a number word or of digits.
  [[nodiscard]] std::optional<int> number(std::string_view word) const;
  /// Value of a word that counts in the order: "third".
  [[nodiscard]] std::optional<int> ordinal(std::string_view word) const;

  /// Whether a word is in one of the file's word lists ("honorifics", "academic_titles", "abbreviations", …).
  [[nodiscard]] bool has(Key list, std::string_view word) const;
  /// Whether a word, with or without its full stop, is in "honorifics" or "academic_titles".
  [[nodiscard]] bool addresses(std::string_view word) const;
  /// Whether a full stop behind a word is a part of it: "abbreviations", "honorifics" or "academic_titles" has it, with the stop or without.
  [[nodiscard]] bool abbreviates(std::string_view word) const;
  /// The words with their classes.
  [[nodiscard]] const Lexicon& lexicon() const;
  /// What a label ("Beschluss") announces: keys such as "decision", several if it may mean several things.
  [[nodiscard]] const std::vector<std::string>& label(std::string_view text) const;
  [[nodiscard]] bool is_label(std::string_view text, std::string_view key) const;
  /// What a word for an attachment ("Anlagen") is in its basic form ("Anlage"); empty if it is none.
  [[nodiscard]] std::string_view attachment(std::string_view word) const;
  /// The word that the Markdown writer prints for a key ("date" → "Datum"); the key itself if there is none.
  [[nodiscard]] std::string_view word(std::string_view key) const;

 private:
  struct Words;

  std::shared_ptr<const Words> words_;
  Region region_;
};

}  // namespace protokoll

/// The words of a language with their classes (WordClass), from the "classes" of its file.
///
/// A form is a word ("beschlossen"), the begin of words ("beschlie*"), their end ("*antrag"), a part ("*versammlung*"), several of
/// these in a row ("zur kenntnis"), or two with anything of the same sentence between them ("ne ~ pas"; "lehnt ~. ab" if the second ends its clause).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "flat/table.hpp"
#include "languages/word_class.hpp"

namespace protokoll {

class Lexicon {
 public:
  /// What one word is: its classes, and in which phrases it may stand.
  struct Word {
    WordClasses classes;
    std::vector<std::uint32_t> elements;  ///< ids of the phrases' words that it matches, sorted
  };

  struct Phrase {
    std::span<const std::uint32_t> elements;
    std::size_t gap = 0;  ///< index of the element in front of which anything may stand; 0 if there is none
    bool ends_clause = false;
    WordClasses classes;
  };

  Lexicon() = default;
  /// As LexiconWriter::write() laid it out; it must outlive the lexicon.
  explicit Lexicon(flat::Image image);

  /// Of a word in lower case (see fold_case).
  [[nodiscard]] Word look_up(std::string_view folded) const;
  /// Those whose first word is this element, longest first; to be read by phrase().
  [[nodiscard]] std::span<const std::uint32_t> phrases_from(std::uint32_t element) const;
  [[nodiscard]] Phrase phrase(std::uint32_t index) const;

  /// Units of the image for one form and one phrase.
  static constexpr std::size_t form_units = 2, phrase_units = 4;
  static constexpr std::uint32_t no_element = ~std::uint32_t{0};

 private:
  struct Forms {
    flat::Table table;
    flat::Image values;  // set of classes, element
  };

  [[nodiscard]] WordClasses classes(std::uint32_t set) const;
  void take(const Forms& forms, std::string_view key, std::uint32_t hash, Word& word) const;

  std::array<Forms, 4> forms_;  // whole words, begins, ends, parts
  std::uint32_t longest_begin_ = 0, longest_end_ = 0;
  std::uint64_t part_lengths_ = 0;  // bit per length of a part in bytes
  flat::Image sets_, phrases_, elements_, first_, from_;
};

}  // namespace protokoll

/// The words of a language with their classes (WordClass), from the "classes" of its file.
///
/// A form is a word ("beschlossen"), the begin of words ("beschlie*"), their end ("*antrag"), a part ("*versammlung*"), several of
/// these in a row ("zur kenntnis"), or two with anything of the same sentence between them ("ne ~ pas"; "lehnt ~. ab" if the second ends its clause).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
    std::vector<std::uint32_t> elements;
    std::size_t gap = 0;  ///< index of the element in front of which anything may stand; 0 if there is none
    bool ends_clause = false;
    WordClasses classes;
  };

  /// Throws std::invalid_argument if the form is none.
  void add(WordClass word_class, std::string_view form);

  /// Of a word in lower case (see fold_case).
  [[nodiscard]] Word look_up(std::string_view folded) const;
  /// Those whose first word is this element; indices into phrases(), longest first.
  [[nodiscard]] std::span<const std::uint32_t> phrases_from(std::uint32_t element) const;
  [[nodiscard]] const std::vector<Phrase>& phrases() const { return phrases_; }

 private:
  static constexpr std::uint32_t no_element = ~std::uint32_t{0};
  struct Form {
    WordClasses classes;
    std::uint32_t element = no_element;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Forms = std::unordered_map<std::string, Form, Hash, std::equal_to<>>;

  // The entry of one word's form, made if there is none.
  Form& form(std::string_view word);
  std::uint32_t element(std::string_view word);
  static void take(const Forms& forms, std::string_view key, Word& word);

  Forms exact_, begins_, ends_, parts_;
  std::size_t longest_begin_ = 0, longest_end_ = 0;
  std::uint64_t part_lengths_ = 0;  // bit per length of a part in bytes
  std::uint32_t elements_ = 0;
  std::vector<Phrase> phrases_;
  std::vector<std::vector<std::uint32_t>> from_;  // by element
};

}  // namespace protokoll

/// The letters and digits of signs without case, accents and width: what is left of a name however it is spelled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "publish/signs.hpp"

namespace protokoll::publishing {

/// Bits for what stands between two letters.
enum Gap : std::uint16_t {
  invisible = 1,    ///< a soft hyphen, a joiner, a mark of Markdown within a word: a reader sees one word
  tag_within = 2,   ///< a tag that ends no line
  tag_of_line = 4,  ///< one that does, or ends a cell
  blank = 8,
  line_end = 16,
  hyphen = 32,
  apostrophe = 64,
  dot = 128,
  comma = 256,
  low_line = 512,
  other_mark = 1024,
  several = 2048,   ///< more than one blank, line end or visible mark
  bracket = 8192,   ///< an opening one
  limit = 4096,     ///< begin or end of the signs, or the border between two values
};

struct Letter {
  char32_t folded;
  std::uint32_t sign;       ///< its place in the signs; a ligature has several letters
  std::uint16_t gap = 0;    ///< bits of Gap: what stands in front of it
  bool upper = false, digit = false;
};

/// In order. A last one with `folded` 0 stands for the end, so that every letter has a gap behind it.
[[nodiscard]] std::vector<Letter> read_letters(const std::vector<Sign>& signs);

/// A text's letters and digits, folded the same way.
[[nodiscard]] std::u32string folded(std::string_view text);

/// Half-open range of letters.
struct LetterRange {
  std::uint32_t begin = 0, end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  friend bool operator==(const LetterRange&, const LetterRange&) = default;
};

/// Whether the letters are one word for a reader: nothing between them, or what parts no word, or the hyphen or line end of a broken line.
[[nodiscard]] bool is_one_word(const std::vector<Letter>& letters, LetterRange range);
/// "M e i e r": one blank between any two, and none of them at the end of another word.
[[nodiscard]] bool is_spaced_out(const std::vector<Letter>& letters, LetterRange range);
/// The word around letters: to the next visible mark or blank on either side.
[[nodiscard]] LetterRange word_around(const std::vector<Letter>& letters, LetterRange range);
/// Whether letters end here for a reader (a word, or a part of one between tags or hyphens).
[[nodiscard]] inline bool parts_words(std::uint16_t gap) { return (gap & ~Gap::invisible) != 0; }

/// The signs of letters with what belongs to the last one: accents, ligatures.
struct SignRange {
  std::size_t begin, end;
};
[[nodiscard]] SignRange signs_of(const std::vector<Letter>& letters, LetterRange range, const std::vector<Sign>& signs);

/// Strings to be found, all in one pass.
class Patterns {
 public:
  /// The same string may come with several numbers.
  void add(std::u32string_view pattern, std::uint32_t number);
  void finish();

  struct Hit {
    LetterRange range;
    std::uint32_t pattern;  ///< index for numbers()
  };
  /// Every occurrence, whatever stands between the letters, by its end; longer ones first.
  [[nodiscard]] std::vector<Hit> find(const std::vector<Letter>& letters) const;
  [[nodiscard]] const std::vector<std::uint32_t>& numbers(std::uint32_t pattern) const { return patterns_[pattern].numbers; }

 private:
  struct Pattern {
    std::size_t size;
    std::vector<std::uint32_t> numbers;
  };
  struct Node {
    std::vector<std::pair<char32_t, std::uint32_t>> next;  // sorted once finished
    std::uint32_t fallback = 0;  ///< the node of the longest end of this one that begins a pattern
    std::uint32_t output = 0;    ///< the nearest node on that way that ends a pattern, itself first
    std::int32_t pattern = -1;
  };
  [[nodiscard]] std::uint32_t child(std::uint32_t node, char32_t letter) const;
  [[nodiscard]] std::uint32_t step(std::uint32_t node, char32_t letter) const;

  std::vector<Node> nodes_{1};
  std::vector<Pattern> patterns_;
};

}  // namespace protokoll::publishing

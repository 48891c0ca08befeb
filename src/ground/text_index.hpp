/// A document's words by what they are, so that a value's words are found wherever they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/folded_words.hpp"

namespace protokoll::grounds {

/// Half-open range of a document's words by their numbers.
struct Stretch {
  std::uint32_t first = 0, last = 0;

  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] std::uint32_t size() const { return last - first; }
  [[nodiscard]] bool holds(Stretch other) const { return first <= other.first && other.last <= last; }
  [[nodiscard]] bool holds(std::uint32_t word) const { return first <= word && word < last; }
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// Where most of a value's words stand in its order.
struct Alteration {
  Stretch place;
  std::vector<std::uint32_t> left_out;  ///< words of the document within the place that the value lacks
  std::vector<std::uint32_t> put_in;    ///< words of the value, by number, that do not stand there
};

using Phrase = std::vector<FoldedWord>;

class TextIndex {
 public:
  /// The text must outlive it. `answer_bytes`: how large what will be asked for is; more comparing than both sizes are worth is not done.
  TextIndex(std::string_view text, std::size_t answer_bytes);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  [[nodiscard]] Stretch all() const { return {0, size()}; }
  [[nodiscard]] const FoldedWord& operator[](std::uint32_t word) const { return words_[word]; }
  [[nodiscard]] Phrase phrase(std::string_view value) const { return fold_words(value, vocabulary_); }
  /// From the first word to the last.
  [[nodiscard]] Range range(Stretch stretch) const;
  [[nodiscard]] std::string_view text(Stretch stretch) const;
  /// The words that lie whole within a range of the text.
  [[nodiscard]] Stretch stretch(Range range) const;

  /// Where the phrase begins, in order, `most` places at most. No number is cut in two.
  [[nodiscard]] std::vector<std::uint32_t> find(const Phrase& phrase, Stretch within, std::size_t most = 64) const;
  /// Where nine tenths of the phrase's words or more stand in its order, as many as possible.
  [[nodiscard]] std::optional<Alteration> find_altered(const Phrase& phrase, Stretch within) const;
  /// Whether no more comparing is done: what was not found may stand there all the same.
  [[nodiscard]] bool exhausted() const { return work_left_ == 0; }

 private:
  struct Places {
    const std::uint32_t* begin = nullptr;
    const std::uint32_t* end = nullptr;
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end - begin); }
  };

  [[nodiscard]] Places places(std::uint32_t id, Stretch within) const;
  [[nodiscard]] bool stands_at(const Phrase& phrase, std::uint32_t begin) const;
  [[nodiscard]] Alteration align(const Phrase& phrase, std::size_t anchor, std::uint32_t place, Stretch within) const;
  [[nodiscard]] bool spend(std::size_t steps) const;

  std::string_view text_;
  Vocabulary vocabulary_;
  std::vector<FoldedWord> words_;
  std::vector<std::uint32_t> first_;   // by id: where its places begin in places_
  std::vector<std::uint32_t> places_;  // numbers of words, by id and in order
  mutable std::size_t work_left_;
};

}  // namespace protokoll::grounds

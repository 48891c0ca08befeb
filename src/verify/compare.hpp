/// Texts as their visible characters, and what one has that the other lacks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protokoll {

/// The code points of `text` without white space, control and format characters, canonically decomposed (NFD), so that
/// canonically equivalent texts are equal. Linear time but for runs of combining marks, which are sorted.
class VisibleText {
 public:
  explicit VisibleText(std::string_view text);

  [[nodiscard]] std::size_t size() const { return characters_; }  ///< code points before decomposition
  [[nodiscard]] const std::vector<char32_t>& code_points() const { return code_points_; }
  [[nodiscard]] bool contains(const VisibleText& part) const;
  /// Whether `part` is this text with some characters inside left out, fewer than remain; both begin and end alike.
  [[nodiscard]] bool surrounds(const VisibleText& part) const;
  /// What stands in this text in one stretch and is all that `rest` lacks; nothing if they differ otherwise.
  [[nodiscard]] std::optional<VisibleText> beyond(const VisibleText& rest) const;
  /// Without what Markdown may use as markup: ASCII punctuation.
  [[nodiscard]] VisibleText without_punctuation() const;
  /// UTF-8 of a stretch.
  [[nodiscard]] std::string excerpt(std::size_t begin, std::size_t size) const;

  friend bool operator==(const VisibleText& a, const VisibleText& b) { return a.code_points_ == b.code_points_; }

 private:
  VisibleText() = default;

  std::vector<char32_t> code_points_;
  std::size_t characters_ = 0;
};

struct Difference {
  std::size_t lost = 0;      ///< in the first text only
  std::size_t invented = 0;  ///< in the second text only
  std::string first;         ///< context of the first difference
};

/// Greedy and linear: after a difference both texts go on where they agree again for some characters. The counts are upper
/// bounds, exact for a few differences; both are 0 only for equal texts.
[[nodiscard]] Difference compare(const VisibleText& document, const VisibleText& tiles);

}  // namespace protokoll

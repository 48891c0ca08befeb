/// Which thing of one version is which of the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace protokoll::differences {

/// Words as numbers, the same for the same word; shared by the things that are matched.
class Vocabulary {
 public:
  /// The different words of a text with how often they occur, sorted.
  using Bag = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  [[nodiscard]] Bag bag(std::string_view text);

 private:
  std::unordered_map<std::string, std::uint32_t> known_;
};

/// How much two bags have in common, from 0 to 1 (Dice: twice the common words over all words); 0 if one is empty.
[[nodiscard]] double likeness(const Vocabulary::Bag& one, const Vocabulary::Bag& other);

/// A thing as far as it is matched.
struct Thing {
  /// From the most to the least exact: things with an equal key are the same, the first with the first; an empty key is none.
  std::vector<std::string> keys;
  Vocabulary::Bag title, content;
  std::string hint;  ///< a number: likely the same where it is equal, if there is a likeness of words
  std::size_t group = 0;  ///< things of different groups are never alike, though they may have equal keys
};

struct Matching {
  std::vector<std::optional<std::size_t>> of_old;  ///< for each old thing the new one
  std::vector<std::optional<std::size_t>> of_new;

  void join(std::size_t before, std::size_t after);
};

/// By keys, then by likeness, the most alike first. A word that more than `most_common` things of a version have tells nothing,
/// so that each is compared with few others: linear in all words.
[[nodiscard]] Matching match(const std::vector<Thing>& before, const std::vector<Thing>& after);

inline constexpr std::size_t most_common = 24;

/// How alike two things are; alike enough from `alike` on.
[[nodiscard]] double likeness(const Thing& one, const Thing& other);

inline constexpr double alike = 0.5;

/// The members of a longest rising subsequence of different numbers (Schensted; n log n): what stayed in its order. All others moved.
[[nodiscard]] std::vector<bool> in_order(const std::vector<std::size_t>& numbers);

}  // namespace protokoll::differences

/// Which patterns are worth trying on a text: those whose required words stand in it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "languages/required_words.hpp"
#include "languages/word_finder.hpp"

namespace protokoll {

/// Numbers of a language's requirements: "one of these words stands in the text". The one that is met least comes first.
using Requirements = std::vector<std::uint32_t>;

/// Some of them, such as those that a text meets.
class RequirementSet {
 public:
  [[nodiscard]] bool empty() const { return bits_.empty(); }
  void reset(std::size_t count) { bits_.assign((count + 63) / 64, 0); }
  void add(std::uint32_t number) {
    if (bits_.size() <= number / 64) bits_.resize(number / 64 + 1);
    bits_[number / 64] |= std::uint64_t{1} << (number % 64);
  }
  /// 64 of them.
  struct Part {
    std::size_t place;
    std::uint64_t bits;
  };
  void add(const Part& part) { bits_[part.place] |= part.bits; }
  template <typename Visit>
  void each_part(const Visit& visit) const {
    for (std::size_t i = 0; i < bits_.size(); ++i)
      if (bits_[i]) visit(Part{i, bits_[i]});
  }
  [[nodiscard]] bool all(std::span<const std::uint32_t> numbers) const {
    for (const auto number : numbers)
      if (!(bits_[number / 64] >> (number % 64) & 1)) return false;
    return true;
  }
  [[nodiscard]] bool any(const RequirementSet& others) const {
    const auto size = std::min(bits_.size(), others.bits_.size());
    for (std::size_t i = 0; i < size; ++i)
      if (bits_[i] & others.bits_[i]) return true;
    return false;
  }

 private:
  std::vector<std::uint64_t> bits_;
};

/// The requirements of all patterns of a language.
class PatternFilter {
 public:
  /// What a text must meet for an expression to match in it. Before build().
  Requirements add(std::string_view expression);
  void build();

  [[nodiscard]] RequirementSet met_by(std::string_view text) const;

 private:
  friend class TextIndex;

  void meet(std::uint32_t word, RequirementSet& met) const;

  std::map<AnyOf, std::uint32_t> numbers_;  // of the clauses
  std::vector<std::uint32_t> sizes_;        // of the words, in bytes
  // What one word after the other meets, and where each one's end; most meet one or two requirements.
  std::vector<RequirementSet::Part> parts_;
  std::vector<std::uint32_t> ends_{0};
  std::optional<WordFinder> finder_;
};

/// All words of a filter in one text, found in one pass, so that many questions about parts of it cost little. For one thread.
class TextIndex {
 public:
  /// `text` must outlive it, and the filter too.
  TextIndex(const PatternFilter& filter, std::string_view text);

  [[nodiscard]] bool covers(std::string_view part) const {
    return part.data() >= text_.data() && part.data() + part.size() <= text_.data() + text_.size();
  }
  /// For a view into the text; valid until the next call.
  [[nodiscard]] const RequirementSet& met_by(std::string_view part) const;

 private:
  struct Place {
    std::uint32_t end, word;
  };

  const PatternFilter& filter_;
  std::string_view text_;
  std::vector<Place> places_;       // by their ends
  mutable std::string_view asked_;  // many lists are asked about one sentence in a row
  mutable RequirementSet met_;
};

}  // namespace protokoll

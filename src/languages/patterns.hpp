/// The patterns of a language file, and how they are looked for in a text.
#pragma once

#include <re2/re2.h>

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "languages/pattern_filter.hpp"

namespace protokoll {

using Attributes = std::map<std::string, std::string, std::less<>>;

/// One pattern of a language file: an expression and what it says about a match ("kind": "election").
/// Compiled when it is first tried on a text, which may be on any thread.
class Pattern {
 public:
  Pattern(std::string expression, Attributes attributes) : expression_(std::move(expression)), attributes_(std::move(attributes)) {}

  /// Value of an attribute, or empty.
  [[nodiscard]] std::string_view attribute(std::string_view key) const;
  [[nodiscard]] const std::string& expression() const { return expression_; }
  /// Throws std::invalid_argument on an expression that RE2 refuses.
  [[nodiscard]] const re2::RE2& compiled() const;

 private:
  std::string expression_;
  Attributes attributes_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<re2::RE2> compiled_;
};

/// Where a pattern matched; views into the searched text.
struct PatternMatch {
  const Pattern* pattern = nullptr;
  std::string_view text;
  std::vector<std::string_view> groups;  ///< by RE2's group number; unmatched ones have data() == nullptr

  /// What a named group matched; empty if the group is not in the pattern or matched nothing.
  [[nodiscard]] std::string_view group(std::string_view name) const;
};

/// By place; of matches that overlap the earlier (then the one listed first) stays.
[[nodiscard]] std::vector<PatternMatch> apart(std::vector<PatternMatch> matches);

/// In the file's order.
class PatternList {
 public:
  void add(std::string expression, Attributes attributes, const Requirements& requirements);

  [[nodiscard]] bool empty() const { return patterns_.empty(); }
  [[nodiscard]] auto begin() const { return patterns_.begin(); }
  [[nodiscard]] auto end() const { return patterns_.end(); }
  /// Calls `attempt(pattern)` for those whose requirements are met until it returns true.
  template <typename Try>
  void each_promising(const RequirementSet& met, const Try& attempt) const {
    if (!any_ && !met.any(first_)) return;
    std::size_t at = 0;
    for (std::size_t i = 0; i < ends_.size(); at = ends_[i++])
      if (met.all({required_.data() + at, ends_[i] - at}) && attempt(patterns_[i])) return;
  }

 private:
  std::deque<Pattern> patterns_;
  // The requirements of one pattern after the other, and where each one's end: most patterns are asked for these alone.
  Requirements required_;
  std::vector<std::size_t> ends_;
  RequirementSet first_;  // of each the first
  bool any_ = false;      // one of them requires nothing
};

/// A list of patterns to look for, in linear time. A cheap handle on what its Language holds.
class Patterns {
 public:
  /// `index` may be nullptr; it serves for texts that it covers.
  Patterns(const PatternList& list, const PatternFilter& filter, const TextIndex* index) : list_(&list), filter_(&filter), index_(index) {}

  /// The leftmost match of the first pattern, in the file's order, that matches; pattern == nullptr if none does.
  [[nodiscard]] PatternMatch first(std::string_view text) const;
  /// Every match of every pattern, apart().
  [[nodiscard]] std::vector<PatternMatch> all(std::string_view text) const;
  /// Every match of every pattern, also where they overlap, in the file's order.
  [[nodiscard]] std::vector<PatternMatch> every(std::string_view text) const;
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  template <typename Try>
  void each_promising(std::string_view text, const Try& attempt) const;

  const PatternList* list_;
  const PatternFilter* filter_;
  const TextIndex* index_;
};

}  // namespace protokoll

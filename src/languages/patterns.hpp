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
  Pattern(std::string expression, Attributes attributes, Requirements requirements)
      : expression_(std::move(expression)), attributes_(std::move(attributes)), requirements_(std::move(requirements)) {}

  /// Value of an attribute, or empty.
  [[nodiscard]] std::string_view attribute(std::string_view key) const;
  [[nodiscard]] const std::string& expression() const { return expression_; }
  [[nodiscard]] const Requirements& requirements() const { return requirements_; }
  /// Throws std::invalid_argument on an expression that RE2 refuses.
  [[nodiscard]] const re2::RE2& compiled() const;

 private:
  std::string expression_;
  Attributes attributes_;
  Requirements requirements_;
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

/// In the file's order.
using PatternList = std::deque<Pattern>;

/// A list of patterns to look for, in linear time. A cheap handle on what its Language holds.
class Patterns {
 public:
  /// `index` may be nullptr; it serves for texts that it covers.
  Patterns(const PatternList& list, const PatternFilter& filter, const TextIndex* index) : list_(&list), filter_(&filter), index_(index) {}

  /// The leftmost match of the first pattern, in the file's order, that matches; pattern == nullptr if none does.
  [[nodiscard]] PatternMatch first(std::string_view text) const;
  /// Every match of every pattern, by place; of matches that overlap the earlier (then the one listed first) stays.
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

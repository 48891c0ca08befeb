/// The words of one language, compiled from its data file (see README.md in this folder for its form).
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace protokoll {

/// Lower case by Unicode's simple case folding, white space folded to single spaces.
[[nodiscard]] std::string fold_case(std::string_view text);

/// One pattern of a language file: an expression and what it says about a match ("kind": "election").
/// Compiled when its list first finds it in a text, which may be on any thread.
class Pattern {
 public:
  Pattern(std::string expression, std::map<std::string, std::string, std::less<>> attributes)
      : expression_(std::move(expression)), attributes_(std::move(attributes)) {}

  /// Value of an attribute, or empty.
  [[nodiscard]] std::string_view attribute(std::string_view key) const;
  [[nodiscard]] const std::string& expression() const { return expression_; }
  /// Throws std::invalid_argument on an expression that RE2 refuses.
  [[nodiscard]] const re2::RE2& compiled() const;

 private:
  std::string expression_;
  std::map<std::string, std::string, std::less<>> attributes_;
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

/// Patterns that are looked for together, in linear time. Compiled when first used, which may be on any thread.
class PatternList {
 public:
  void add(std::string expression, std::map<std::string, std::string, std::less<>> attributes);
  /// Compiles all of them. Throws std::invalid_argument on an expression that RE2 refuses.
  void compile() const;

  /// The leftmost match of the first pattern, in the file's order, that matches; pattern == nullptr if none does.
  [[nodiscard]] PatternMatch first(std::string_view text) const;
  /// Every match of every pattern, by place; of matches that overlap the earlier (then the one listed first) stays.
  [[nodiscard]] std::vector<PatternMatch> all(std::string_view text) const;
  /// Every match of every pattern, also where they overlap, in the file's order.
  [[nodiscard]] std::vector<PatternMatch> every(std::string_view text) const;
  [[nodiscard]] bool matches(std::string_view text) const { return first(text).pattern != nullptr; }

 private:
  [[nodiscard]] std::vector<int> candidates(std::string_view text) const;

  [[nodiscard]] const re2::RE2::Set& set() const;

  std::deque<Pattern> patterns_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<re2::RE2::Set> set_;
};

class Language {
 public:
  /// Reads a data file. Throws std::invalid_argument with the key at fault.
  explicit Language(std::string_view json);
  /// Compiles every pattern. Throws std::invalid_argument with the key and the expression at fault.
  void validate() const;

  [[nodiscard]] const std::string& tag() const { return tag_; }    ///< BCP 47
  [[nodiscard]] const std::string& name() const { return name_; }  ///< of the language, in itself

  /// Number 1..12 / 1..7 (Monday = 1, ISO 8601) / value of a word, which may be in any case.
  [[nodiscard]] std::optional<int> month(std::string_view word) const;
  [[nodiscard]] std::optional<int> weekday(std::string_view word) const;
  /// Value of a number word or of digits.
  [[nodiscard]] std::optional<int> number(std::string_view word) const;

  /// Whether a word is in one of the file's word lists ("honorifics", "academic_titles", "abbreviations", …).
  [[nodiscard]] bool has(std::string_view list, std::string_view word) const;
  /// What a label ("Beschluss") announces: keys such as "decision", several if it may mean several things.
  [[nodiscard]] const std::vector<std::string>& label(std::string_view text) const;
  [[nodiscard]] bool is_label(std::string_view text, std::string_view key) const;
  /// The patterns under a key of the file; an empty list if it has none.
  [[nodiscard]] const PatternList& patterns(std::string_view key) const;
  /// The word that the Markdown writer prints for a key ("date" → "Datum"); the key itself if there is none.
  [[nodiscard]] std::string_view word(std::string_view key) const;
  /// How many of the words are typical for the language; for telling languages apart.
  [[nodiscard]] int typical(std::string_view text) const;

  /// `{name}` in patterns: alternatives of month names, number words, word lists and the file's own macros.
  [[nodiscard]] std::string expand(std::string_view expression) const;

 private:
  using Words = std::unordered_map<std::string, int>;

  void add_pattern(const std::string& key, const nlohmann::json& entry);

  std::string tag_, name_;
  bool latin_ = true;  // patterns need to know Latin letters only
  Words months_, weekdays_, numbers_;
  std::map<std::string, std::unordered_set<std::string>, std::less<>> lists_;
  std::unordered_map<std::string, std::vector<std::string>> labels_;
  std::map<std::string, std::vector<std::string>, std::less<>> label_keys_;  // of patterns/label
  std::map<std::string, std::string, std::less<>> macros_, words_;
  std::map<std::string, PatternList, std::less<>> patterns_;
};

}  // namespace protokoll

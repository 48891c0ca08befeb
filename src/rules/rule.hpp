/// What a rule of `check` offers. One file per rule: `src/rules/NAME.cpp`, its name with '_' for '-', defines
/// `extern const Rule rule_NAME`; CMake finds it, no list is kept. The examples are the rule's test (tests/unit/rules_test.cpp),
/// what `protokoll explain` shows, and the page src/rules/README.md. What several rules share lives in `src/rules/support/`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/check.hpp"
#include "source/source.hpp"

namespace protokoll {

struct CheckInput {
  const Minutes& minutes;
  const Source& source;
  const Profile& profile;
  const std::function<bool(std::string_view)>& file_exists;  ///< may be empty

  [[nodiscard]] const Observations& seen() const { return minutes.observations; }
  /// The document's text as printed, markup and all, behind a span.
  [[nodiscard]] std::string_view text(Span span) const {
    const auto begin = source.to_text(span.begin);
    return source.text().substr(begin, source.to_text(span.end) - begin);
  }
  /// Where words stand within a span; all of it if markup or entities come between them.
  [[nodiscard]] Span find(std::string_view words, Span within) const {
    const auto at = text(within).find(words);
    if (at == std::string_view::npos) return within;
    const auto begin = source.to_text(within.begin) + at;
    return source.to_bytes({begin, begin + words.size()});
  }
};

class Reporter {
 public:
  Reporter(std::string_view id, Severity severity, std::vector<Diagnostic>& findings) : id_(id), severity_(severity), findings_(findings) {}

  void add(Span span, std::string message, std::vector<Fix> fixes = {}) { findings_.push_back({std::string(id_), severity_, std::move(message), span, std::move(fixes)}); }

 private:
  std::string_view id_;
  Severity severity_;
  std::vector<Diagnostic>& findings_;
};

struct Rule {
  std::string_view id;
  std::string_view name;
  std::optional<Severity> severity;  ///< none: off until a profile, the configuration or --select turns it on
  std::string_view summary;          ///< one sentence
  std::string_view why;
  std::string_view bad;
  std::string_view good;
  void (*check)(const CheckInput& input, Reporter& report);
  std::string_view fix = {};         ///< "safe" or "unsafe", if it offers one
  std::string_view covers = {};      ///< id of the reader's diagnostic that this rule says in its own words
};

/// The finding that a comment in the document hides nothing; see src/check/suppressions.hpp.
inline constexpr std::string_view unused_suppression_id = "PK090";

}  // namespace protokoll

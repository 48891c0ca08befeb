/// Minutes checked like code: rules, profiles, findings, fixes. Works in memory; touches no file.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/protokoll.hpp"

namespace protokoll {

/// A rule as listings show it.
struct RuleInfo {
  std::string_view id;    ///< stable: "PK012"
  std::string_view name;  ///< "next-date-in-past"
  std::optional<Severity> severity;  ///< without a profile; none: off until it is selected
  std::string_view summary, why, bad, good;
  std::string_view fix;   ///< "", "safe" or "unsafe"
};

/// Every rule, by id.
[[nodiscard]] std::vector<RuleInfo> rules();
/// The rule of an id or name, or nothing.
[[nodiscard]] std::optional<RuleInfo> find_rule(std::string_view id_or_name);

/// One thing that a norm asks minutes to contain.
struct Requirement {
  std::string what;  ///< "date", "location", "participants", …; see src/profiles/README.md
  std::string norm;  ///< as cited: "§ 41 Abs. 1 GemO"
};

/// A severity as configuration says it: none is "off".
using Severities = std::map<std::string, std::optional<Severity>, std::less<>>;

/// "error", "warning", "note" or "off". Throws std::invalid_argument.
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view word);

/// What a law or statute asks minutes to contain, and how severe the rules are under it.
struct Profile {
  std::string name, title, norm;
  std::string version;  ///< of the norm that was read, and how
  std::vector<Requirement> required;
  Severities severity;  ///< by id or name of a rule
};

/// Name and title of those built in.
[[nodiscard]] std::vector<Entry> profiles();
/// A built-in profile. Throws std::invalid_argument on an unknown name.
[[nodiscard]] Profile find_profile(std::string_view name);
/// Reads a profile file. Throws std::invalid_argument with what is wrong with it.
[[nodiscard]] Profile parse_profile(std::string_view json);

struct CheckOptions {
  std::string name;                    ///< of the document, for messages
  Profile profile = find_profile("plain");
  /// Ids, begins of ids ("PK0"), names or "all"; empty: every rule that is on.
  std::vector<std::string> select, ignore;
  Severities severity;                 ///< by id or name; over the profile's
  std::function<bool(std::string_view path)> file_exists;  ///< of a local link; without it links are not looked up
  std::size_t max_bytes = ReadOptions{}.max_bytes;         ///< as the minutes were read
};

struct CheckResult {
  std::vector<Diagnostic> findings;    ///< in document order
  std::vector<Diagnostic> suppressed;  ///< by a comment in the document
};

/// Checks one document; `minutes` must come from `read(bytes, …)` with ReadOptions::observe.
/// Throws std::invalid_argument if options name an unknown rule.
[[nodiscard]] CheckResult check(std::string_view bytes, const Minutes& minutes, const CheckOptions& options = {});

enum class FixLevel { safe, unsafe };

struct FixedText {
  std::string bytes;
  std::size_t applied = 0;  ///< findings whose fix was applied; of fixes that overlap only the first is
};

/// The document with the fixes of its findings applied; bytes outside the edits stay as they are. `encoding` is SourceInfo::encoding.
[[nodiscard]] FixedText apply_fixes(std::string_view bytes, std::string_view encoding, const std::vector<Diagnostic>& findings, FixLevel level);

}  // namespace protokoll

/// What is in force for a document: the nearest `.protokoll.json` upwards, and the command line over it.
///
///     {
///       // comments are allowed
///       "profile": "verein",                     a built-in one, or a path beside this file
///       "language": "de",
///       "select": ["PK0"], "ignore": ["PK060"],
///       "severity": { "title-colon": "off", "PK014": "warning" },
///       "overrides": [ { "files": ["archive/**"], "ignore": ["PK012"] } ]
///     }
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "protokoll/check.hpp"

namespace protokoll::cli {

/// A setting that was made, and where.
template <class T>
struct Setting {
  T value = {};
  std::string from = "default";
};

struct Settings {
  std::string file;  ///< the configuration's path; empty if there is none
  Setting<std::string> profile{"plain"};
  Setting<std::string> language{"auto"};
  Setting<std::vector<std::string>> select, ignore;
  std::map<std::string, Setting<std::string>> severity;

  /// Reads profiles and severities. Throws Unusable.
  [[nodiscard]] CheckOptions options() const;
};

/// Finds and reads configurations, each once.
class Configurations {
 public:
  /// `file`: instead of searching upwards; "" searches, `none` uses no file at all.
  explicit Configurations(std::string file = {}, bool none = false) : file_(std::move(file)), none_(none) {}

  /// What is in force for a document; `path` need not exist. Throws Unusable on a faulty configuration.
  [[nodiscard]] Settings settings_for(const std::string& path);

 private:
  [[nodiscard]] std::string find(const std::string& path);

  std::string file_;
  bool none_;
  std::map<std::string, std::string> found_;     // folder to configuration, "" if none
  std::map<std::string, std::string> contents_;
};

/// Whether a path matches a pattern of `files`: `*` within a name, `**` across folders, `?` one character.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view path);

}  // namespace protokoll::cli

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

  /// Reads profiles and severities. Throws Unusable, also if they name an unknown rule.
  [[nodiscard]] CheckOptions options() const;
};

/// What the command line says about settings: over the configuration's, and besides its `ignore`.
struct SettingFlags {
  std::string config;      ///< instead of searching upwards
  bool no_config = false;
  std::string profile, language;
  std::vector<std::string> select, ignore;
};

/// Finds and reads configurations, each once, and puts the command line over them.
class Configurations {
 public:
  explicit Configurations(SettingFlags flags) : flags_(std::move(flags)) {}

  /// What is in force for a document; `path` need not exist. Throws Unusable on a faulty configuration.
  [[nodiscard]] Settings settings_for(const std::string& path);

 private:
  [[nodiscard]] std::string find(const std::string& path);
  void merge_file(const std::string& file, const std::string& path, Settings& settings);
  void merge_flags(Settings& settings) const;

  SettingFlags flags_;
  std::map<std::string, std::string> found_;     // folder to configuration, "" if none
  std::map<std::string, std::string> contents_;
};

/// Whether a path matches a pattern of `files`: `*` within a name, `**` across folders, `?` one character.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view path);

}  // namespace protokoll::cli

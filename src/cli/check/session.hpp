/// One run of `check` over many documents.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/check/baseline.hpp"
#include "cli/check/report.hpp"
#include "cli/check/settings.hpp"
#include "cli/output.hpp"

namespace protokoll::cli {

enum class FixMode { none, apply, diff };

struct CheckFlags {
  std::string format = "text";
  std::string output;
  std::string profile;                      ///< over the configuration's; empty: not said
  std::string language, dialect = "auto";
  std::vector<std::string> select, ignore;  ///< over, and besides, the configuration's
  std::string min_severity = "note";
  std::string config;
  bool no_config = false;
  std::string baseline, write_baseline;
  std::string stdin_name;
  FixMode fix = FixMode::none;
  FixLevel fix_level = FixLevel::safe;
  bool statistics = false;
  bool color = false;
};

class CheckRun {
 public:
  explicit CheckRun(const CheckFlags& flags);

  /// Checks, fixes or shows the fixes of one document. Throws Unusable.
  void document(const std::string& path);
  /// Writes what stands behind the last document, and the baseline.
  void finish();

  /// Whether a finding of severity warning or error remains, or a diff was printed.
  [[nodiscard]] bool found() const { return found_; }

 private:
  struct Checked {
    CheckedFile file;
    std::string encoding;
  };

  [[nodiscard]] Checked check_bytes(const std::string& name, const std::string& path, std::string_view bytes);
  [[nodiscard]] std::string fixed(const std::string& name, const std::string& path, const std::string& bytes, std::size_t& applied);
  [[nodiscard]] const CheckOptions& options_for(const Settings& settings);
  void count(const CheckedFile& file);

  const CheckFlags& flags_;
  const Report* report_;
  Severity least_;
  Configurations configurations_;
  Baseline baseline_, new_baseline_;
  Output output_;
  std::map<std::string, CheckOptions> options_;  // of settings that were met, by their text
  std::map<std::string, std::size_t> statistics_;
  ReportState state_;
  bool found_ = false;
  std::size_t fixes_ = 0, fixed_files_ = 0;
};

/// What the configuration and then the command line say about a document.
[[nodiscard]] Settings effective_settings(Configurations& configurations, const CheckFlags& flags, const std::string& path);

}  // namespace protokoll::cli

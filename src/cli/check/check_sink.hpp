/// The documents of a `check`: each checked or fixed in parallel; reports, fixed files, statistics and baseline in their order.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/batch/batch.hpp"
#include "cli/check/baseline.hpp"
#include "cli/check/checker.hpp"
#include "cli/check/settings.hpp"
#include "cli/output.hpp"

namespace protokoll::cli {

enum class FixMode { none, apply, diff };

struct CheckFlags {
  SettingFlags settings;
  std::string format = "text";
  std::string output;
  std::string min_severity = "note";
  std::string baseline, write_baseline;
  std::string stdin_name;
  FixMode fix = FixMode::none;
  FixLevel fix_level = FixLevel::safe;
  bool filter = false;  ///< standard input goes fixed to the output, without a report
  bool statistics = false;
  bool color = false;
};

class CheckSink final : public batch::Sink {
 public:
  /// Throws Unusable if a flag cannot be.
  CheckSink(const CheckFlags& flags, const ReadOptions& read);

  /// Looks up the settings of the document. Throws Unusable on a faulty configuration.
  void announce(batch::Document& document) override;
  /// In parallel: `findings` says whether there is a warning or an error, or a diff.
  void work(batch::Document& document) const;
  void take(batch::Document& document) override;
  [[nodiscard]] std::vector<std::string> finish(bool complete) override;
  [[nodiscard]] bool writes_to_terminal() const override { return output_.is_terminal(); }

 private:
  /// Otherwise there is something else to write: a diff, fixed text, statistics, a baseline.
  [[nodiscard]] bool writes_report() const;
  [[nodiscard]] const CheckOptions& options_of(const Settings& settings);
  void count(const std::vector<Finding>& findings);
  [[nodiscard]] std::string statistics() const;

  const CheckFlags& flags_;
  const Report& report_;
  ReadOptions read_;
  Checker checker_;
  Configurations configurations_;
  Baseline baseline_, new_baseline_;
  Output output_;
  std::map<std::string, CheckOptions> options_;  // of settings that were met, by their text
  std::map<std::string, std::size_t> statistics_;
  bool began_ = false;
  std::size_t fixes_ = 0, fixed_documents_ = 0;
};

}  // namespace protokoll::cli

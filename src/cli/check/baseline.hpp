/// Findings that an archive lives with: known by rule, content and agenda item, not by line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/check/report.hpp"

namespace protokoll::cli {

class Baseline {
 public:
  /// One without findings, for the file `path`: documents are known by their way from its folder, wherever the run is started.
  [[nodiscard]] static Baseline empty(const std::string& path);
  /// Reads a baseline file. Throws Unusable.
  [[nodiscard]] static Baseline from_file(const std::string& path);

  /// Removes the findings that the baseline knows, each as often as it knows them.
  void forget_known(const std::string& document, std::vector<Finding>& findings) const;
  void add(const std::string& document, const std::vector<Finding>& findings);
  [[nodiscard]] std::string json() const;

 private:
  [[nodiscard]] std::string name_of(const std::string& document) const;
  [[nodiscard]] std::string key(const Finding& finding) const;

  std::string folder_;
  bool knows_items_ = true;
  std::map<std::string, std::map<std::string, int>> known_;  // document, then "PK012 fingerprint", to how many
};

}  // namespace protokoll::cli

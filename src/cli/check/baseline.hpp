/// Findings that an archive lives with: known by rule and content, not by line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/check/report.hpp"

namespace protokoll::cli {

class Baseline {
 public:
  Baseline() = default;
  /// Reads a baseline file. Throws Unusable.
  explicit Baseline(const std::string& path);

  /// Removes the findings that the baseline knows, each as often as it knows them.
  void forget_known(const std::string& file, std::vector<Finding>& findings);
  void add(const std::string& file, const std::vector<Finding>& findings);
  [[nodiscard]] std::string json() const;

 private:
  std::map<std::string, std::map<std::string, int>> known_;  // file, then "PK012 fingerprint", to how many
};

}  // namespace protokoll::cli

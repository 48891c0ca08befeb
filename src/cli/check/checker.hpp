/// One document checked, and fixed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/check/report.hpp"

namespace protokoll::cli {

/// A document and what is in force for it.
struct Subject {
  std::string name;  ///< as messages call it
  std::string path;  ///< links count from its folder
  std::string language;
  const CheckOptions* options = nullptr;
};

struct Checked {
  Minutes minutes;
  std::vector<Finding> findings;  ///< in document order
};

/// Safe to use from many threads.
class Checker {
 public:
  /// Findings below `least` are left out.
  Checker(const ReadOptions& read, Severity least) : read_(read), least_(least) {}

  [[nodiscard]] Checked check(const Subject& subject, std::string_view bytes) const;
  /// The document fixed until nothing is left to fix, and how many findings were.
  [[nodiscard]] FixedText fix(const Subject& subject, std::string_view bytes, FixLevel level) const;

 private:
  const ReadOptions& read_;
  Severity least_;
};

}  // namespace protokoll::cli

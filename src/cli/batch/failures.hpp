/// What failed, as NDJSON for programs.
#pragma once

#include <memory>
#include <string>

#include "cli/output.hpp"

namespace protokoll::cli::batch {

class Failures {
 public:
  /// To the file `path`; nowhere if it is empty.
  explicit Failures(const std::string& path) : output_(path.empty() ? nullptr : std::make_unique<Output>(path)) {}

  /// One line {"name", "error"}; characters that a terminal or UTF-8 would not take are spelled out.
  void add(const std::string& name, const std::string& error);
  void finish();

 private:
  std::unique_ptr<Output> output_;
};

}  // namespace protokoll::cli::batch

/// What a batch did, in figures.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/batch/document.hpp"
#include "cli/batch/walk.hpp"

namespace protokoll::cli::batch {

/// How many files of which kinds a walk left out and how to have them; empty if there were none.
[[nodiscard]] std::string other_kinds(const LeftOut& left_out);

class Summary {
 public:
  void add(const Document& document);
  /// One that had counted as converted.
  void add_late_failure() {
    --converted_;
    ++failed_;
  }
  void add_duplicate() { ++duplicates_; }

  /// Exit status: 0 nothing failed, 2 everything did, else 1.
  [[nodiscard]] int status() const;
  [[nodiscard]] bool found_something() const { return findings_ > 0; }
  [[nodiscard]] std::size_t documents() const { return converted_ + kept_ + failed_ + binary_; }
  [[nodiscard]] std::size_t duplicates() const { return duplicates_; }
  /// One line, beginning with what was done: "12 converted (3 with findings), 1 failed, ...".
  [[nodiscard]] std::string line(std::string_view done, const LeftOut& left_out) const;

 private:
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::size_t converted_ = 0, kept_ = 0, findings_ = 0, failed_ = 0, binary_ = 0, duplicates_ = 0, bytes_ = 0;
};

}  // namespace protokoll::cli::batch

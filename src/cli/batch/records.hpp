/// Documents as records on standard input: one JSON object {"name": ..., "text": ...} a line.
#pragma once

#include <cstddef>
#include <string>

#include "cli/batch/pipeline.hpp"

namespace protokoll::cli::batch {

class Records {
 public:
  /// The next record as a document, as soon as its line is complete; one that failed where the line holds no such record.
  /// nullptr at the end of the input and after an interrupt.
  [[nodiscard]] Token next();

 private:
  [[nodiscard]] bool read_line(std::string& line);

  std::string buffer_;
  std::size_t begin_ = 0;   // of the first line in buffer_
  std::size_t searched_ = 0;
  std::size_t lines_ = 0;
  bool ended_ = false;
};

}  // namespace protokoll::cli::batch

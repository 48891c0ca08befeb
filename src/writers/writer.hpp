/// What an output format offers. One file per writer: `src/writers/NAME.cpp` defines `extern const Writer writer_NAME`;
/// CMake finds it, no list is kept. Helpers that several writers share live in `src/writers/support/`.
#pragma once

#include <string>
#include <string_view>

#include "protokoll/protokoll.hpp"

namespace protokoll {

struct Writer {
  std::string_view name;
  std::string_view summary;
  std::string_view extension;
  /// Appends one document to `out`. Throws std::invalid_argument on options it does not know.
  void (*write)(const Minutes& minutes, const WriteOptions& options, std::string& out);
  /// Appends what stands once in front of all documents, or nullptr.
  void (*header)(const WriteOptions& options, std::string& out) = nullptr;
  /// Whether it shows the document itself and what was found in it by what signs: needs ReadOptions::printed and ReadOptions::explain.
  bool shows_document = false;
  /// Whether several documents one behind the other are no file in this format.
  bool one_a_file = false;
};

}  // namespace protokoll

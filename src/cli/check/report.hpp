/// What a format of `check` offers. One file per format: `src/cli/reports/NAME.cpp` defines `extern const Report report_NAME`;
/// CMake finds it, no list is kept. Every format is written while documents are read, in their order.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/check.hpp"

namespace protokoll::cli {

/// A finding and what formats want to know of its place.
struct Finding {
  Diagnostic diagnostic;
  std::string rule;  ///< the rule's name; of a reader's diagnostic its id
  Position begin, end;
  std::string fingerprint;  ///< of the rule and what it found: stays when lines move
  bool suppressed = false;  ///< by a comment in the document; only SARIF tells of these
};

struct CheckedFile {
  std::string name;
  std::string_view bytes;
  std::vector<Finding> findings;
};

/// How far a report is.
struct ReportState {
  bool color = false;
  std::size_t documents = 0;  ///< written before
  std::size_t findings = 0;   ///< written before; formats that need it count it on
};

struct Report {
  std::string_view name;
  std::string_view summary;
  void (*begin)(std::string& out);
  void (*file)(const CheckedFile& file, ReportState& state, std::string& out);
  void (*end)(std::string& out);
};

/// Sorted by name; generated.
[[nodiscard]] std::span<const Report* const> reports();

/// Text as it stands in XML.
[[nodiscard]] std::string xml(std::string_view text);

}  // namespace protokoll::cli

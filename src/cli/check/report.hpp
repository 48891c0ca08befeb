/// What a format of `check` offers. One file per format: `src/cli/reports/NAME.cpp` defines `extern const Report report_NAME`;
/// CMake finds it, no list is kept.
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
  std::string fingerprint;        ///< of the rule, what it found and the agenda item around: stays when lines move
  std::string words_fingerprint;  ///< the same without the item
  bool suppressed = false;  ///< by a comment in the document; only SARIF tells of these
};

/// Whether it makes the run fail; a note only speaks.
[[nodiscard]] inline bool fails(const Finding& finding) { return !finding.suppressed && finding.diagnostic.severity != Severity::note; }

struct CheckedFile {
  std::string name;
  std::string_view bytes;
  const Minutes& minutes;
  std::vector<Finding> findings;
};

/// `file` is called from many threads at a time and may give nothing; what it gives for each document is put together in their order,
/// with `separator` between, behind `begin` and in front of `end`.
struct Report {
  std::string_view name;
  std::string_view summary;
  std::string (*begin)();
  std::string (*file)(const CheckedFile& file, bool color);
  std::string_view separator;
  std::string_view end;
  /// The format of `formats()` that it shows one document in, if it does: what that needs is in CheckedFile::minutes.
  std::string_view page = {};
};

/// Sorted by name; generated.
[[nodiscard]] std::span<const Report* const> reports();

/// The report of a name. Throws Unusable.
[[nodiscard]] const Report& find_report(std::string_view name);

/// Text as it stands in XML.
[[nodiscard]] std::string xml(std::string_view text);

}  // namespace protokoll::cli

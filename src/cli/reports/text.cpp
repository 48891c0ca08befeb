#include <fmt/format.h>

#include "cli/check/report.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

std::string nothing() { return {}; }

std::string file(const CheckedFile& file, bool color) {
  std::vector<Diagnostic> shown;
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    shown.push_back(finding.diagnostic);
    if (finding.rule != finding.diagnostic.id) shown.back().id += " " + finding.rule;
  }
  return report(file.name, file.bytes, shown, color);
}

}  // namespace

extern const Report report_text;
const Report report_text{"text", "For people: the line and a caret under the place", nothing, file, "", ""};

}  // namespace protokoll::cli

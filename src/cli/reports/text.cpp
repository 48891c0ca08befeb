#include <fmt/format.h>

#include "cli/check/report.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

void nothing(std::string&) {}

void file(const CheckedFile& file, ReportState& state, std::string& out) {
  std::vector<Diagnostic> shown;
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    shown.push_back(finding.diagnostic);
    if (finding.rule != finding.diagnostic.id) shown.back().id += " " + finding.rule;
  }
  out += report(file.name, file.bytes, shown, state.color);
}

}  // namespace

extern const Report report_text;
const Report report_text{"text", "For people: the line and a caret under the place", nothing, file, nothing};

}  // namespace protokoll::cli

#include <fmt/format.h>

#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

std::string begin() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"; }

std::string file(const CheckedFile& file, bool) {
  auto out = fmt::format("  <file name=\"{}\">\n", xml(file.name));
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    const auto& diagnostic = finding.diagnostic;
    const auto severity = diagnostic.severity == Severity::note ? std::string_view("info") : to_string(diagnostic.severity);
    out += fmt::format("    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"protokoll.{}\"/>\n", finding.begin.line, finding.begin.column, severity, xml(diagnostic.message),
                       xml(diagnostic.id));
  }
  return out + "  </file>\n";
}

}  // namespace

extern const Report report_checkstyle;
const Report report_checkstyle{"checkstyle", "Checkstyle XML, for CI servers and editors", begin, file, "", "</checkstyle>\n"};

}  // namespace protokoll::cli

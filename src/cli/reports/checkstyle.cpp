#include <fmt/format.h>

#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

void begin(std::string& out) { out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"; }

void file(const CheckedFile& file, ReportState&, std::string& out) {
  out += fmt::format("  <file name=\"{}\">\n", xml(file.name));
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    const auto& diagnostic = finding.diagnostic;
    const auto severity = diagnostic.severity == Severity::note ? std::string_view("info") : to_string(diagnostic.severity);
    out += fmt::format("    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"protokoll.{}\"/>\n", finding.begin.line, finding.begin.column, severity, xml(diagnostic.message),
                       xml(diagnostic.id));
  }
  out += "  </file>\n";
}

void end(std::string& out) { out += "</checkstyle>\n"; }

}  // namespace

extern const Report report_checkstyle;
const Report report_checkstyle{"checkstyle", "Checkstyle XML, for CI servers and editors", begin, file, end};

}  // namespace protokoll::cli

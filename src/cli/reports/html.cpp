#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

constexpr std::string_view page = "html";

std::string nothing() { return {}; }

std::string file(const CheckedFile& file, bool) {
  std::vector<Diagnostic> findings;
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    findings.push_back(finding.diagnostic);
    if (finding.rule != finding.diagnostic.id) findings.back().id += " " + finding.rule;
  }
  return write(file.minutes, page, {.findings = &findings});
}

}  // namespace

extern const Report report_html;
const Report report_html{"html", "A page for people: one document as printed, the findings in its margin", nothing, file, "", "", page};

}  // namespace protokoll::cli

// JUnit XML as CI servers read it: a suite per document, a failing case per finding.
#include <fmt/format.h>

#include <algorithm>

#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

std::string begin() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"protokoll\">\n"; }

std::string file(const CheckedFile& file, bool) {
  const auto shown = std::count_if(file.findings.begin(), file.findings.end(), [](const Finding& finding) { return !finding.suppressed; });
  const auto name = xml(file.name);
  auto out = fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", name, std::max<std::ptrdiff_t>(shown, 1), shown);
  if (shown == 0) out += fmt::format("    <testcase name=\"check\" classname=\"{}\"/>\n", name);
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    const auto& diagnostic = finding.diagnostic;
    out += fmt::format("    <testcase name=\"{} {}\" classname=\"{}\">\n      <failure type=\"{}\" message=\"{}\">{}:{}:{}: {}</failure>\n    </testcase>\n", diagnostic.id, xml(finding.rule), name,
                       to_string(diagnostic.severity), xml(diagnostic.message), name, finding.begin.line, finding.begin.column, xml(diagnostic.message));
  }
  return out + "  </testsuite>\n";
}

}  // namespace

extern const Report report_junit;
const Report report_junit{"junit", "JUnit XML, for CI servers", begin, file, "", "</testsuites>\n"};

}  // namespace protokoll::cli

// JUnit XML as CI servers read it: a suite per document, a case per finding, which fails where the finding fails the run.
#include <fmt/format.h>

#include <algorithm>

#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

std::string begin() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"protokoll\">\n"; }

std::string testcase(const Finding& finding, std::string_view name) {
  const auto& diagnostic = finding.diagnostic;
  const auto message = xml(diagnostic.message);
  const auto place = fmt::format("{}:{}:{}: {}", name, finding.begin.line, finding.begin.column, message);
  const auto inner = fails(finding) ? fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", to_string(diagnostic.severity), message, place)
                                    : fmt::format("<system-out>{}</system-out>", place);
  return fmt::format("    <testcase name=\"{} {}\" classname=\"{}\">\n      {}\n    </testcase>\n", diagnostic.id, xml(finding.rule), name, inner);
}

std::string file(const CheckedFile& file, bool) {
  const auto shown = std::count_if(file.findings.begin(), file.findings.end(), [](const Finding& finding) { return !finding.suppressed; });
  const auto failed = std::count_if(file.findings.begin(), file.findings.end(), fails);
  const auto name = xml(file.name);
  auto out = fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", name, std::max<std::ptrdiff_t>(shown, 1), failed);
  if (shown == 0) out += fmt::format("    <testcase name=\"check\" classname=\"{}\"/>\n", name);
  for (const auto& finding : file.findings)
    if (!finding.suppressed) out += testcase(finding, name);
  return out + "  </testsuite>\n";
}

}  // namespace

extern const Report report_junit;
const Report report_junit{"junit", "JUnit XML, for CI servers", begin, file, "", "</testsuites>\n"};

}  // namespace protokoll::cli

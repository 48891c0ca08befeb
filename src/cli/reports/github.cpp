// Workflow commands of GitHub Actions: annotations on the lines of a pull request.
#include <fmt/format.h>

#include <algorithm>

#include "cli/check/report.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

/// As actions/toolkit escapes them (packages/core/src/command.ts): values of properties also lose ':' and ','. What a terminal may
/// obey is spelled out.
std::string escape(std::string_view text, bool property) {
  std::string out;
  const std::string_view special = property ? "%\r\n:," : "%\r\n";
  while (!text.empty()) {
    const auto plain = text.substr(0, text.find_first_of(special));
    out += escaped(plain);
    if (plain.size() < text.size()) out += fmt::format("%{:02X}", static_cast<unsigned>(text[plain.size()]));
    text.remove_prefix(std::min(plain.size() + 1, text.size()));
  }
  return out;
}

std::string nothing() { return {}; }

std::string file(const CheckedFile& file, bool) {
  std::string out;
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    const auto& diagnostic = finding.diagnostic;
    const auto command = diagnostic.severity == Severity::note ? std::string_view("notice") : to_string(diagnostic.severity);
    // GitHub refuses columns of a range over several lines.
    const auto columns = finding.begin.line == finding.end.line ? fmt::format(",col={},endColumn={}", finding.begin.column, finding.end.column) : std::string{};
    out += fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n", command, escape(file.name, true), finding.begin.line, finding.end.line, columns,
                       escape(fmt::format("{} {}", diagnostic.id, finding.rule), true), escape(diagnostic.message, false));
  }
  return out;
}

}  // namespace

extern const Report report_github;
const Report report_github{"github", "Workflow commands for GitHub Actions", nothing, file, "", ""};

}  // namespace protokoll::cli

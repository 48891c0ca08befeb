// GitLab code quality, the subset of the Code Climate format that GitLab documents.
#include <fmt/format.h>

#include <map>

#include "cli/check/json_text.hpp"
#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

std::string_view severity(Severity severity) { return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info"; }

constexpr std::string_view separator = ",\n";

std::string begin() { return "[\n"; }

std::string file(const CheckedFile& file, bool) {
  std::string out;
  std::map<std::string, int> seen;  // GitLab drops findings of the same fingerprint
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    const auto& diagnostic = finding.diagnostic;
    const auto fingerprint = fmt::format("{}-{}-{}", file.name, finding.fingerprint, seen[finding.fingerprint]++);
    if (!out.empty()) out += separator;
    out += json_text({{"description", diagnostic.message},
                        {"check_name", fmt::format("{} {}", diagnostic.id, finding.rule)},
                        {"fingerprint", fingerprint},
                        {"severity", severity(diagnostic.severity)},
                        {"location", {{"path", file.name}, {"lines", {{"begin", finding.begin.line}, {"end", finding.end.line}}}}}});
  }
  return out;
}

}  // namespace

extern const Report report_gitlab;
const Report report_gitlab{"gitlab", "Code quality report for GitLab", begin, file, separator, "\n]\n"};

}  // namespace protokoll::cli

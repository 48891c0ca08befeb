// GitLab code quality, the subset of the Code Climate format that GitLab documents.
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

using nlohmann::ordered_json;

std::string_view severity(Severity severity) { return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info"; }

void begin(std::string& out) { out += "["; }

void file(const CheckedFile& file, ReportState& state, std::string& out) {
  std::map<std::string, int> seen;  // GitLab drops findings of the same fingerprint
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    const auto& diagnostic = finding.diagnostic;
    const auto fingerprint = fmt::format("{}-{}-{}", file.name, finding.fingerprint, seen[finding.fingerprint]++);
    out += state.findings++ == 0 ? "\n" : ",\n";
    out += ordered_json{{"description", diagnostic.message},
                        {"check_name", fmt::format("{} {}", diagnostic.id, finding.rule)},
                        {"fingerprint", fingerprint},
                        {"severity", severity(diagnostic.severity)},
                        {"location", {{"path", file.name}, {"lines", {{"begin", finding.begin.line}, {"end", finding.end.line}}}}}}
               .dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  }
}

void end(std::string& out) { out += "\n]\n"; }

}  // namespace

extern const Report report_gitlab;
const Report report_gitlab{"gitlab", "Code quality report for GitLab", begin, file, end};

}  // namespace protokoll::cli

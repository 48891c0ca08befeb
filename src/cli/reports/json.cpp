#include <nlohmann/json.hpp>

#include "cli/check/json_text.hpp"
#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

using nlohmann::ordered_json;

ordered_json place(const Position& position, std::size_t byte) { return {{"line", position.line}, {"column", position.column}, {"byte", byte}}; }

ordered_json fixes(const Diagnostic& diagnostic) {
  auto list = ordered_json::array();
  for (const auto& fix : diagnostic.fixes) {
    auto edits = ordered_json::array();
    for (const auto& edit : fix.edits) edits.push_back({{"span", {edit.span.begin, edit.span.end}}, {"text", edit.text}});
    list.push_back({{"summary", fix.summary}, {"safe", fix.safe}, {"edits", edits}});
  }
  return list;
}

std::string begin() { return "[\n"; }

std::string file(const CheckedFile& file, bool) {
  auto findings = ordered_json::array();
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    const auto& diagnostic = finding.diagnostic;
    findings.push_back({{"id", diagnostic.id},
                        {"rule", finding.rule},
                        {"severity", to_string(diagnostic.severity)},
                        {"message", diagnostic.message},
                        {"begin", place(finding.begin, diagnostic.span.begin)},
                        {"end", place(finding.end, diagnostic.span.end)},
                        {"fingerprint", finding.fingerprint},
                        {"fixes", fixes(diagnostic)}});
  }
  return json_text({{"file", file.name}, {"findings", findings}});
}

}  // namespace

extern const Report report_json;
const Report report_json{"json", "For programs: one object per document", begin, file, ",\n", "\n]\n"};

}  // namespace protokoll::cli

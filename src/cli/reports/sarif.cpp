// SARIF 2.1.0 (OASIS). Columns count UTF-16 units by default there; we declare code points.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/check/json_text.hpp"
#include "cli/check/report.hpp"

namespace protokoll::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view separator = ",\n";

std::string_view level(Severity severity) { return to_string(severity); }

/// RFC 3986: everything but unreserved characters and slashes is spelled in percent.
std::string uri(std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) out += c;
    else out.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return name.starts_with('/') ? "file://" + out : out;
}

ordered_json region(const Finding& finding) {
  const auto span = finding.diagnostic.span;
  return {{"startLine", finding.begin.line}, {"startColumn", finding.begin.column}, {"endLine", finding.end.line},
          {"endColumn", finding.end.column}, {"byteOffset", span.begin},            {"byteLength", span.size()}};
}

ordered_json fixes(const Finding& finding, const ordered_json& artifact) {
  auto list = ordered_json::array();
  for (const auto& fix : finding.diagnostic.fixes) {
    auto replacements = ordered_json::array();
    for (const auto& edit : fix.edits)
      replacements.push_back({{"deletedRegion", {{"byteOffset", edit.span.begin}, {"byteLength", edit.span.size()}}}, {"insertedContent", {{"text", edit.text}}}});
    list.push_back({{"description", {{"text", fix.summary}}}, {"artifactChanges", {{{"artifactLocation", artifact}, {"replacements", replacements}}}}});
  }
  return list;
}

std::string begin() {
  auto declared = ordered_json::array();
  for (const auto& rule : rules()) {
    const auto severity = rule.severity.value_or(Severity::warning);
    declared.push_back({{"id", rule.id},
                        {"name", rule.name},
                        {"shortDescription", {{"text", rule.summary}}},
                        {"fullDescription", {{"text", rule.why}}},
                        {"help", {{"text", fmt::format("{} Examples: protokoll explain {}", rule.why, rule.id)}}},
                        {"defaultConfiguration", {{"enabled", rule.severity.has_value()}, {"level", level(severity)}}}});
  }
  const ordered_json driver{{"name", "protokoll"}, {"version", version()}, {"semanticVersion", version()}, {"rules", declared}};
  return R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":)" + json_text(driver) +
         R"(},"columnKind":"unicodeCodePoints","results":[)" "\n";
}

std::string file(const CheckedFile& file, bool) {
  std::string out;
  const ordered_json artifact{{"uri", uri(file.name)}};
  for (const auto& finding : file.findings) {
    ordered_json result{{"ruleId", finding.diagnostic.id},
                        {"level", level(finding.diagnostic.severity)},
                        {"message", {{"text", finding.diagnostic.message}}},
                        {"locations", {{{"physicalLocation", {{"artifactLocation", artifact}, {"region", region(finding)}}}}}},
                        {"partialFingerprints", {{"protokoll/v1", finding.words_fingerprint}, {"protokoll/v2", finding.fingerprint}}}};
    if (!finding.diagnostic.fixes.empty()) result["fixes"] = fixes(finding, artifact);
    if (finding.suppressed) result["suppressions"] = {{{"kind", "inSource"}}};
    if (!out.empty()) out += separator;
    out += json_text(result);
  }
  return out;
}

}  // namespace

extern const Report report_sarif;
const Report report_sarif{"sarif", "SARIF 2.1.0, for code scanning services", begin, file, separator, "\n]}]}\n"};

}  // namespace protokoll::cli

#include "protokoll/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "check/selection.hpp"
#include "check/suppressions.hpp"
#include "protokoll/limits.hpp"
#include "protokoll/names.hpp"
#include "rules/rule.hpp"
#include "source/source.hpp"

namespace protokoll {
namespace {

// What the readers said and no rule says in its own words.
void add_readers_diagnostics(const Minutes& minutes, const CheckOptions& options, std::vector<Diagnostic>& findings) {
  const auto& rules = rules_by_id();
  for (auto diagnostic : minutes.diagnostics) {
    if (std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) { return rule->covers == diagnostic.id; })) continue;
    if (names_rule(options.ignore, diagnostic.id) || (!options.select.empty() && !names_rule(options.select, diagnostic.id))) continue;
    if (const auto severity = options.severity.find(diagnostic.id); severity != options.severity.end()) {
      if (!severity->second) continue;
      diagnostic.severity = *severity->second;
    }
    findings.push_back(std::move(diagnostic));
  }
}

void report_unused(const std::vector<Suppression>& comments, const CheckOptions& options, std::vector<Diagnostic>& findings) {
  const auto& rules = rules_by_id();
  const auto rule = std::find_if(rules.begin(), rules.end(), [](const Rule* r) { return r->id == unused_suppression_id; });
  const auto severity = rule == rules.end() ? std::nullopt : severity_of(**rule, options);
  if (!severity) return;
  Reporter report(unused_suppression_id, *severity, findings);
  for (const auto& comment : comments)
    if (!comment.used) report.add(comment.span, "this comment hides no finding", {{"delete the comment", {{comment.span, ""}}, true}});
}

void sort(std::vector<Diagnostic>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return std::tie(a.span.begin, a.span.end, a.id) < std::tie(b.span.begin, b.span.end, b.id); });
}

RuleInfo info(const Rule& rule) { return {rule.id, rule.name, rule.severity, rule.summary, rule.why, rule.bad, rule.good, rule.fix}; }

}  // namespace

std::vector<RuleInfo> rules() {
  std::vector<RuleInfo> infos;
  for (const auto* rule : rules_by_id()) infos.push_back(info(*rule));
  return infos;
}

std::optional<RuleInfo> find_rule(std::string_view id_or_name) {
  for (const auto* rule : rules_by_id())
    if (same_name(rule->id, id_or_name) || same_name(rule->name, id_or_name)) return info(*rule);
  return std::nullopt;
}

CheckResult check(std::string_view bytes, const Minutes& minutes, const CheckOptions& options) {
  require_known_rules(options);
  const Source source(bytes.substr(0, options.max_bytes));
  const CheckInput input{minutes, source, options.profile, options.file_exists};
  CheckResult result;
  for (const auto* rule : rules_by_id()) {
    const auto severity = severity_of(*rule, options);
    if (!severity || !rule->check) continue;
    Reporter report(rule->id, *severity, result.findings);
    rule->check(input, report);
  }
  add_readers_diagnostics(minutes, options, result.findings);
  sort(result.findings);
  auto comments = find_suppressions(source);
  suppress(comments, source, result.findings, result.suppressed);
  // A comment for a rule that is not looked for hides nothing, but may tomorrow.
  std::erase_if(comments, [&](const Suppression& comment) {
    return !comment.rules.empty() && std::none_of(rules_by_id().begin(), rules_by_id().end(), [&](const Rule* rule) { return names_rule(comment.rules, rule->id) && severity_of(*rule, options); });
  });
  report_unused(comments, options, result.findings);
  sort(result.findings);
  limit(result.findings);
  return result;
}

}  // namespace protokoll

#include "cli/check/checker.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/check/fingerprint.hpp"
#include "cli/check/places.hpp"

namespace protokoll::cli {
namespace {

std::vector<Finding> located(const Source& source, const Minutes& minutes, const CheckResult& result, Severity least) {
  std::vector<std::pair<const Diagnostic*, bool>> all;
  for (const auto& diagnostic : result.findings)
    if (diagnostic.severity >= least) all.emplace_back(&diagnostic, false);
  for (const auto& diagnostic : result.suppressed) all.emplace_back(&diagnostic, true);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first->span.begin < b.first->span.begin; });
  std::vector<Finding> findings;
  Places places(source);
  const ItemPrints items(minutes.agenda);
  for (const auto& [diagnostic, suppressed] : all) {
    const auto rule = find_rule(diagnostic->id);
    const auto begin = places.at(diagnostic->span.begin);
    const auto end = Places(places).at(diagnostic->span.end);
    const auto words = words_fingerprint(source, *diagnostic);
    findings.push_back({*diagnostic, rule ? std::string(rule->name) : diagnostic->id, begin, end, fingerprint(words, items.at(diagnostic->span.begin)), words, suppressed});
  }
  return findings;
}

}  // namespace

Checked Checker::check(const Subject& subject, std::string_view bytes) const {
  auto options = *subject.options;
  options.name = subject.name;
  options.max_bytes = read_.max_bytes;
  const auto folder = std::filesystem::path(subject.path).parent_path();
  options.file_exists = [&folder](std::string_view file) {
    std::error_code ignored;
    return std::filesystem::exists(folder / file, ignored);
  };
  auto read_options = read_;
  read_options.name = subject.name;
  read_options.language = subject.language;
  read_options.observe = true;
  auto minutes = read(bytes, read_options);
  auto findings = located(Source(bytes.substr(0, options.max_bytes)), minutes, protokoll::check(bytes, minutes, options), least_);
  return {std::move(minutes), std::move(findings)};
}

// A fix may uncover the next one, so that the rules run again until nothing changes.
FixedText Checker::fix(const Subject& subject, std::string_view bytes, FixLevel level) const {
  constexpr int most_rounds = 10;
  FixedText fixed{std::string(bytes), 0};
  for (int round = 0; round < most_rounds; ++round) {
    auto checked = check(subject, fixed.bytes);
    std::vector<Diagnostic> findings;
    for (auto& finding : checked.findings)
      if (!finding.suppressed) findings.push_back(std::move(finding.diagnostic));
    auto next = apply_fixes(fixed.bytes, checked.minutes.source.encoding, findings, level);
    if (next.bytes == fixed.bytes) break;
    fixed = {std::move(next.bytes), fixed.applied + next.applied};
  }
  return fixed;
}

}  // namespace protokoll::cli

#include "cli/check/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/check/diff.hpp"
#include "cli/check/places.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"

namespace protokoll::cli {
namespace {

const Report& find_report(std::string_view name) {
  std::string known;
  for (const auto* report : reports()) {
    if (report->name == name) return *report;
    known += fmt::format("{}{}", known.empty() ? "" : ", ", report->name);
  }
  throw Unusable(fmt::format("unknown format '{}' (known: {})", name, known));
}

Severity least_severity(const std::string& word) {
  const auto severity = parse_severity(word);
  if (!severity) throw Unusable("--min-severity takes error, warning or note");
  return *severity;
}

std::vector<Finding> located(const Source& source, const CheckResult& result, Severity least) {
  std::vector<Finding> findings;
  Places places(source);
  std::vector<std::pair<const Diagnostic*, bool>> all;
  for (const auto& diagnostic : result.findings)
    if (diagnostic.severity >= least) all.emplace_back(&diagnostic, false);
  for (const auto& diagnostic : result.suppressed) all.emplace_back(&diagnostic, true);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first->span.begin < b.first->span.begin; });
  for (const auto& [diagnostic, suppressed] : all) {
    const auto rule = find_rule(diagnostic->id);
    const auto begin = places.at(diagnostic->span.begin);
    findings.push_back({*diagnostic, rule ? std::string(rule->name) : diagnostic->id, begin, Places(places).at(diagnostic->span.end), fingerprint(source, *diagnostic), suppressed});
  }
  return findings;
}

/// What tells settings apart, as a key.
std::string text_of(const Settings& settings) {
  auto text = fmt::format("{}\n{}\n", settings.profile.value, settings.file);
  for (const auto* list : {&settings.select.value, &settings.ignore.value}) {
    for (const auto& word : *list) text += word + " ";
    text += '\n';
  }
  for (const auto& [rule, severity] : settings.severity) text += rule + "=" + severity.value + " ";
  return text;
}

}  // namespace

Settings effective_settings(Configurations& configurations, const CheckFlags& flags, const std::string& path) {
  auto settings = configurations.settings_for(path);
  const std::string from = "command line";
  if (!flags.profile.empty()) settings.profile = {flags.profile, from};
  if (!flags.language.empty()) settings.language = {flags.language, from};
  if (!flags.select.empty()) settings.select = {flags.select, from};
  if (!flags.ignore.empty()) {
    settings.ignore.value.insert(settings.ignore.value.end(), flags.ignore.begin(), flags.ignore.end());
    settings.ignore.from = from;
  }
  return settings;
}

CheckRun::CheckRun(const CheckFlags& flags)
    : flags_(flags),
      report_(&find_report(flags.format)),
      least_(least_severity(flags.min_severity)),
      configurations_(flags.config, flags.no_config),
      baseline_(flags.baseline.empty() ? Baseline() : Baseline(flags.baseline)),
      output_(flags.output) {
  state_.color = flags.color;
  // Faults of the command line are told before any document is read.
  Configurations none({}, true);
  static_cast<void>(check({}, {}, effective_settings(none, flags, {}).options()));
  if (flags_.fix == FixMode::diff) return;
  std::string out;
  report_->begin(out);
  output_.write(out);
}

const CheckOptions& CheckRun::options_for(const Settings& settings) {
  const auto key = text_of(settings);
  const auto known = options_.find(key);
  return known != options_.end() ? known->second : options_.emplace(key, settings.options()).first->second;
}

CheckRun::Checked CheckRun::check_bytes(const std::string& name, const std::string& path, std::string_view bytes) {
  const auto settings = effective_settings(configurations_, flags_, path);
  auto options = options_for(settings);
  options.name = name;
  const auto folder = std::filesystem::path(path).parent_path();
  options.file_exists = [&folder](std::string_view file) {
    std::error_code ignored;
    return std::filesystem::exists(folder / file, ignored);
  };
  const auto minutes = read(bytes, {.name = name, .dialect = flags_.dialect, .language = settings.language.value, .observe = true});
  const auto result = check(bytes, minutes, options);
  const Source source(bytes.substr(0, options.max_bytes));
  return {{name, bytes, located(source, result, least_)}, minutes.source.encoding};
}

// A fix may uncover the next one, so that the rules run again until nothing changes.
std::string CheckRun::fixed(const std::string& name, const std::string& path, const std::string& bytes, std::size_t& applied) {
  constexpr int most_rounds = 10;
  auto text = bytes;
  for (int round = 0; round < most_rounds; ++round) {
    const auto checked = check_bytes(name, path, text);
    std::vector<Diagnostic> findings;
    for (const auto& finding : checked.file.findings)
      if (!finding.suppressed) findings.push_back(finding.diagnostic);
    auto next = apply_fixes(text, checked.encoding, findings, flags_.fix_level);
    if (next.bytes == text) break;
    applied += next.applied;
    text = std::move(next.bytes);
  }
  return text;
}

void CheckRun::count(const CheckedFile& file) {
  for (const auto& finding : file.findings) {
    if (finding.suppressed) continue;
    if (finding.diagnostic.severity != Severity::note) found_ = true;
    ++statistics_[finding.rule == finding.diagnostic.id ? finding.rule : finding.diagnostic.id + " " + finding.rule];
  }
}

void CheckRun::document(const std::string& path) {
  auto input = read_input(path);
  const bool standard = path == "-";
  if (standard && !flags_.stdin_name.empty()) input.name = flags_.stdin_name;
  const auto place = standard ? (flags_.stdin_name.empty() ? std::string("stdin") : flags_.stdin_name) : path;
  if (flags_.fix != FixMode::none) {
    std::size_t applied = 0;
    auto text = fixed(input.name, place, input.bytes, applied);
    if (flags_.fix == FixMode::diff) {
      if (text != input.bytes) found_ = true;
      return output_.write(unified_diff(input.name, input.bytes, text));
    }
    // Like a filter, standard input goes to standard output; the findings would only be in the way.
    if (standard) return output_.write(text);
    if (text != input.bytes) {
      Output file(path);
      file.write(text);
      file.finish();
      fixes_ += applied;
      ++fixed_files_;
    }
    input.bytes = std::move(text);
  }
  auto checked = check_bytes(input.name, place, input.bytes);
  baseline_.forget_known(input.name, checked.file.findings);
  if (!flags_.write_baseline.empty()) return new_baseline_.add(input.name, checked.file.findings);
  count(checked.file);
  if (flags_.statistics) return;
  std::string out;
  report_->file(checked.file, state_, out);
  ++state_.documents;
  output_.write(out);
}

void CheckRun::finish() {
  std::string out;
  if (flags_.fix != FixMode::diff && !flags_.statistics && flags_.write_baseline.empty()) report_->end(out);
  if (flags_.statistics) {
    std::vector<std::pair<std::string, std::size_t>> rows(statistics_.begin(), statistics_.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [rule, number] : rows) out += fmt::format("{:>6} {}\n", number, rule);
  }
  if (fixes_ > 0 && report_->name == "text") out += fmt::format("{} fixed in {} {}\n", fixes_, fixed_files_, fixed_files_ == 1 ? "document" : "documents");
  output_.write(out);
  output_.finish();
  if (flags_.write_baseline.empty()) return;
  Output file(flags_.write_baseline);
  file.write(new_baseline_.json());
  file.finish();
}

}  // namespace protokoll::cli

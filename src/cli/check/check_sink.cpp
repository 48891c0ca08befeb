#include "cli/check/check_sink.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <any>
#include <utility>

#include "cli/check/diff.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"

namespace protokoll::cli {
namespace {

/// What becomes of a document on its way.
struct Task {
  Subject subject;
  bool is_standard_input = false;
  std::vector<Finding> findings;
  FixedText fixed;  // to be written to the document's file, if any fix was applied
};

Severity least_severity(const std::string& word) {
  const auto severity = parse_severity(word);
  if (!severity) throw Unusable("--min-severity takes error, warning or note");
  return *severity;
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

CheckSink::CheckSink(const CheckFlags& flags, const ReadOptions& read)
    : flags_(flags),
      report_(find_report(flags.format)),
      read_(read),
      checker_(read_, least_severity(flags.min_severity)),
      configurations_(flags.settings),
      baseline_(flags.baseline.empty() ? Baseline() : Baseline::from_file(flags.baseline)),
      new_baseline_(Baseline::empty(flags.write_baseline)),
      output_(flags.output) {
  // Faults of the command line are told before any document is read.
  auto only_flags = flags.settings;
  only_flags.no_config = true;
  static_cast<void>(Configurations(only_flags).settings_for({}).options());
  if (!writes_report()) return;
  if (!report_.page.empty()) prepare_for(report_.page, read_);
  output_.write(report_.begin());
}

bool CheckSink::writes_report() const { return flags_.fix != FixMode::diff && !flags_.filter && !flags_.statistics && flags_.write_baseline.empty(); }

const CheckOptions& CheckSink::options_of(const Settings& settings) {
  const auto key = text_of(settings);
  const auto known = options_.find(key);
  return known != options_.end() ? known->second : options_.emplace(key, settings.options()).first->second;
}

void CheckSink::announce(batch::Document& document) {
  Task task{.is_standard_input = document.found.path == "-"};
  auto& subject = task.subject;
  subject.name = document.found.path;
  // Services that show findings beside the code know no "./minutes.md".
  if (subject.name.size() > 2 && subject.name.starts_with("./")) subject.name.erase(0, 2);
  if (task.is_standard_input) subject.name = flags_.stdin_name.empty() ? std::string(standard_input) : flags_.stdin_name;
  subject.path = subject.name;
  const auto settings = configurations_.settings_for(subject.path);
  subject.language = settings.language.value;
  subject.options = &options_of(settings);
  document.task = std::move(task);
}

void CheckSink::work(batch::Document& document) const {
  auto& task = std::any_cast<Task&>(document.task);
  const auto& subject = task.subject;
  if (flags_.fix != FixMode::none) {
    auto fixed = checker_.fix(subject, document.bytes, flags_.fix_level);
    if (flags_.fix == FixMode::diff) {
      document.text = unified_diff(subject.name, document.bytes, fixed.bytes);
      document.findings = !document.text.empty();
      return;
    }
    if (flags_.filter) {
      document.text = std::move(fixed.bytes);
      return;
    }
    document.bytes = fixed.bytes;
    if (fixed.applied > 0) task.fixed = std::move(fixed);
  }
  auto [minutes, findings] = checker_.check(subject, document.bytes);
  baseline_.forget_known(subject.path, findings);
  document.findings = flags_.write_baseline.empty() && std::any_of(findings.begin(), findings.end(), fails);
  if (!writes_report()) task.findings = std::move(findings);
  else document.text = report_.file({subject.name, document.bytes, minutes, std::move(findings)}, flags_.color);
}

void CheckSink::take(batch::Document& document) {
  if (document.outcome != batch::Outcome::converted) return;
  auto& task = std::any_cast<Task&>(document.task);
  if (task.fixed.applied > 0) {
    try {
      Output file(task.subject.path);
      file.write(task.fixed.bytes);
      file.finish();
    } catch (const Unusable& error) {
      document.outcome = batch::Outcome::failed;
      document.error = error.what();
      return;
    }
    fixes_ += task.fixed.applied;
    ++fixed_documents_;
  }
  if (flags_.statistics) count(task.findings);
  if (!flags_.write_baseline.empty()) new_baseline_.add(task.subject.path, task.findings);
  if (document.text.empty()) return;
  if (writes_report() && std::exchange(began_, true)) output_.write(report_.separator);
  output_.write(document.text);
}

void CheckSink::count(const std::vector<Finding>& findings) {
  for (const auto& finding : findings)
    if (!finding.suppressed) ++statistics_[finding.rule == finding.diagnostic.id ? finding.rule : finding.diagnostic.id + " " + finding.rule];
}

std::string CheckSink::statistics() const {
  std::vector<std::pair<std::string, std::size_t>> rows(statistics_.begin(), statistics_.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [rule, number] : rows) text += fmt::format("{:>6} {}\n", number, rule);
  return text;
}

std::vector<std::string> CheckSink::finish(bool complete) {
  if (writes_report()) output_.write(report_.end);
  if (flags_.statistics) output_.write(statistics());
  if (fixes_ > 0 && report_.name == "text") output_.write(fmt::format("{} fixed in {} {}\n", fixes_, fixed_documents_, fixed_documents_ == 1 ? "document" : "documents"));
  if (!complete) {
    output_.flush();
    return {};
  }
  output_.finish();
  if (flags_.write_baseline.empty()) return {};
  Output file(flags_.write_baseline);
  file.write(new_baseline_.json());
  file.finish();
  return {};
}

}  // namespace protokoll::cli

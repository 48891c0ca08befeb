#include "cli/ground/ground_sink.hpp"

#include <fmt/format.h>

#include <any>
#include <utility>

#include "cli/batch/walk.hpp"
#include "cli/ground/answers.hpp"
#include "cli/ground/shown.hpp"
#include "cli/input.hpp"

namespace protokoll::cli {

GroundSink::GroundSink(const GroundFlags& flags, const Messages& messages)
    : flags_(flags), messages_(messages), report_(flags.format.empty() ? nullptr : &find_report(flags.format)), output_(flags.output) {
  if (report_) output_.write(report_->begin());
}

void GroundSink::announce(batch::Document& document) {
  auto answer = flags_.answer.empty() ? answer_beside(document.found.path) : flags_.answer;
  if (answer && *answer != "-" && !flags_.output.empty() && flags_.output != "-") {
    const auto written = batch::file_id(flags_.output);
    if (written && written == batch::file_id(*answer)) throw Unusable(fmt::format("{}: is an answer and would be written over", flags_.output));
  }
  document.task = std::move(answer);
}

void GroundSink::work(batch::Document& document) const {
  const auto& answer = std::any_cast<const std::optional<std::string>&>(document.task);
  if (!answer) {
    if (document.found.asked) throw Unusable(fmt::format("{}: has no answer beside it ({}.answer.json)", document.found.path, document.found.path));
    document.outcome = batch::Outcome::skipped;
    return;
  }
  const auto input = read_input(*answer);
  auto options = flags_.options;
  options.read.name = document.found.path;
  try {
    const auto grounded = ground(document.bytes, input.bytes, options);
    document.text = shown(document.found.path, document.bytes, grounded);
    if (!report_) document.report = told(document.found.path, document.bytes, grounded);
    document.findings = !grounded.ok();
  } catch (const BadAnswer& error) {
    throw Unusable(fmt::format("{}: {}", input.name, error.what()));
  }
}

// For people, on standard error: what is wrong with a value and where; what holds only if asked for.
std::string GroundSink::told(const std::string& name, std::string_view bytes, const Grounded& grounded) const {
  if (messages_.volume() == Volume::quiet) return {};
  const auto used = bytes.substr(0, flags_.options.read.max_bytes);
  std::vector<Diagnostic> diagnostics;
  for (const auto& finding : findings_of(grounded, used, messages_.volume() == Volume::verbose)) diagnostics.push_back(finding.diagnostic);
  return messages_.text(name, used, diagnostics) + summary(name, grounded);
}

std::string GroundSink::shown(const std::string& name, std::string_view bytes, const Grounded& grounded) const {
  const auto used = bytes.substr(0, flags_.options.read.max_bytes);
  static const Minutes unread;  // no report of ground's shows the document itself
  if (report_) return report_->file({name, used, unread, findings_of(grounded, used, false)}, flags_.colors_output);
  if (flags_.to == "values") return values_of(grounded);
  if (flags_.options.compare) return flags_.to == "json" ? json_of(name, grounded, flags_.options.pretty) : table_of(name, grounded);
  return grounded.json;
}

void GroundSink::take(batch::Document& document) {
  if (document.outcome == batch::Outcome::skipped) ++without_answer_;
  if (document.outcome != batch::Outcome::converted || document.text.empty()) return;
  if (report_ && std::exchange(began_, true)) output_.write(report_->separator);
  output_.write(document.text);
}

std::vector<std::string> GroundSink::finish(bool complete) {
  if (report_) output_.write(report_->end);
  if (complete) output_.finish();
  else output_.flush();
  if (without_answer_ == 0) return {};
  return {fmt::format("{} {} no answer beside {}", without_answer_, without_answer_ == 1 ? "document has" : "documents have", without_answer_ == 1 ? "it" : "them")};
}

}  // namespace protokoll::cli

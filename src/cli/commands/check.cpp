#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/batch/batch.hpp"
#include "cli/batch/clash.hpp"
#include "cli/check/check_sink.hpp"
#include "cli/command.hpp"
#include "cli/option.hpp"
#include "cli/read_flags.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  batch::Options batch;
  ReadFlags read;
  CheckFlags flags;
  bool fix = false, unsafe_fixes = false, diff = false;
  std::optional<Option> format;  ///< whether it was named
};

void complete(Options& options, const Session& session) {
  auto& inputs = options.batch.inputs;
  if (inputs.empty() && options.batch.files_from.empty()) {
    if (::isatty(STDIN_FILENO)) throw Unusable("no input: name a file, or - for standard input");
    inputs.push_back("-");
  }
  auto& flags = options.flags;
  if (const auto& language = options.read.options.language; language != "auto") flags.settings.language = language;
  flags.fix = options.diff ? FixMode::diff : options.fix || options.unsafe_fixes ? FixMode::apply : FixMode::none;
  flags.fix_level = options.unsafe_fixes ? FixLevel::unsafe : FixLevel::safe;
  flags.color = session.messages.colors_output();
  if (flags.fix != FixMode::apply || std::find(inputs.begin(), inputs.end(), "-") == inputs.end()) return;
  if (inputs.size() > 1 || !options.batch.files_from.empty()) throw Unusable("--fix: standard input goes fixed to standard output; it cannot be one of several documents");
  flags.filter = true;
}

/// `--fix` alone writes where it reads, and so is no output of the plan.
batch::Plan plan(const Options& options) {
  const auto& flags = options.flags;
  batch::Plan plan;
  plan.outputs = {flags.output, flags.write_baseline, options.batch.errors};
  plan.standard_output = flags.output.empty() || flags.output == "-";
  plan.also_read = options.read.language_files.paths();
  plan.also_read.insert(plan.also_read.end(), {options.batch.files_from, flags.settings.config});
  if (flags.settings.profile.ends_with(".json")) plan.also_read.push_back(flags.settings.profile);
  // A baseline may be brought up to date.
  if (flags.baseline != flags.write_baseline) plan.also_read.push_back(flags.baseline);
  plan.reads_standard_input = options.batch.files_from == "-";
  return plan;
}

void say_what_has_no_effect(const Options& options, const Messages& messages) {
  for (const auto& sentence : batch::without_effect(options.batch)) messages.warning(sentence);
  const auto& flags = options.flags;
  const auto& inputs = options.batch.inputs;
  const auto say = [&](bool so, std::string_view sentence) {
    if (so) messages.warning(sentence);
  };
  say(options.diff && options.fix, "--fix has no effect with --diff, which changes nothing");
  say(flags.settings.no_config && !flags.settings.config.empty(), "--config has no effect with --no-config");
  say(!flags.stdin_name.empty() && std::find(inputs.begin(), inputs.end(), "-") == inputs.end(), "--stdin-name has no effect without standard input");
  if (!options.format->named()) return;
  say(flags.fix == FixMode::diff, "--format has no effect with --diff");
  say(flags.filter, "--format has no effect where --fix turns standard input into standard output");
  say(flags.statistics, "--format has no effect with --statistics");
  say(!flags.write_baseline.empty(), "--format has no effect with --write-baseline");
}

void refuse_several_on_a_page(const Options& options) {
  const bool several = options.batch.inputs.size() > 1 || batch::is_archive(options.batch);
  if (several && !find_report(options.flags.format).page.empty())
    throw Unusable(fmt::format("--format {} shows one document, and there may be several; check them one by one", find_report(options.flags.format).name));
}

int run(Options& options, Session& session) {
  complete(options, session);
  refuse_several_on_a_page(options);
  prepare(options.read);
  const auto& flags = options.flags;
  batch::refuse_clashes(options.batch, [&] { return plan(options); });
  say_what_has_no_effect(options, session.messages);
  CheckSink sink(flags, options.read.options);
  batch::Run how{.done = "checked", .summarise = batch::is_archive(options.batch), .own_outputs = batch::own_outputs(plan(options))};
  const auto work = [&sink](batch::Document& document) { sink.work(document); };
  const auto result = batch::run(options.batch, how, work, sink, session);
  return result.status == clean && result.summary.found_something() ? findings : result.status;
}

void declare(CLI::App& app, Options& options) {
  batch::declare(app, options.batch);
  auto& flags = options.flags;
  auto& settings = flags.settings;
  options.format = option(app, "-f,--format,--to", flags.format, "text, html, json, sarif, github, gitlab, junit or checkstyle").shown_as("FORMAT");
  option(app, "-o,--output", flags.output, "File to write the findings to").shown_as("PATH");
  option(app, "-p,--profile", settings.profile, "What the minutes must contain: a name (see: protokoll profiles) or a file NAME.json").shown_as("NAME");
  option(app, "--select", settings.select, "Only these rules: ids, begins of ids, names or all, with commas").with_commas().shown_as("RULES");
  option(app, "--ignore", settings.ignore, "Not these rules").with_commas().shown_as("RULES");
  option(app, "--min-severity", flags.min_severity, "Least severity to show: note, warning or error").shown_as("SEVERITY");
  flag(app, "--fix", options.fix, "Apply safe fixes to the files; standard input goes fixed to standard output");
  flag(app, "--unsafe-fixes", options.unsafe_fixes, "Apply also fixes that change what the minutes state");
  flag(app, "--diff", options.diff, "Show what --fix would change, and change nothing");
  flag(app, "--statistics", flags.statistics, "Only how often each rule found something");
  option(app, "--baseline", flags.baseline, "Do not show findings that this file knows").shown_as("PATH");
  option(app, "--write-baseline", flags.write_baseline, "Write the findings to this file").shown_as("PATH");
  option(app, "--config", settings.config, "Configuration instead of the nearest .protokoll.json upwards").shown_as("PATH");
  flag(app, "--no-config", settings.no_config, "No configuration");
  option(app, "--stdin-name", flags.stdin_name, "Name of the document on standard input, for messages and configuration").shown_as("PATH");
  declare(app, options.read);
}

}  // namespace

extern const Command command_check;
const Command command_check{
    "check", "Check minutes as linters check code: exit status 1 if there is a warning or an error",
    "  protokoll check minutes.md\n"
    "  protokoll check --profile verein --format sarif archive/ -o report.sarif\n"
    "  protokoll check --format html minutes.md -o findings.html\n"
    "  protokoll check --fix minutes.txt\n"
    "  protokoll check --diff - --stdin-name 2019/03.md < minutes.md",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      declare(app, *options);
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

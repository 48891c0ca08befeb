#include <unistd.h>

#include <memory>

#include "cli/check/session.hpp"
#include "cli/command.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  CheckFlags flags;
  bool fix = false, unsafe_fixes = false, diff = false;
};

int run(Options& options, Session& session) {
  auto& flags = options.flags;
  if (options.files.empty()) {
    if (::isatty(STDIN_FILENO)) throw Unusable("no input: name a file, or - for standard input");
    options.files.push_back("-");
  }
  flags.fix = options.diff ? FixMode::diff : options.fix || options.unsafe_fixes ? FixMode::apply : FixMode::none;
  flags.fix_level = options.unsafe_fixes ? FixLevel::unsafe : FixLevel::safe;
  flags.color = session.messages.colors_output();
  CheckRun run(flags);
  std::size_t failed = 0;
  for (const auto& file : options.files) {
    try {
      run.document(file);
    } catch (const Unusable& error) {
      if (options.files.size() == 1) throw;
      session.messages.error(error.what());
      ++failed;
    }
  }
  run.finish();
  if (failed > 0) return unusable;
  return run.found() ? findings : clean;
}

}  // namespace

extern const Command command_check;
const Command command_check{
    "check", "Check minutes as linters check code: exit status 1 if there is a warning or an error",
    "  protokoll check minutes.md\n"
    "  protokoll check --profile verein --format sarif archive/*.html -o report.sarif\n"
    "  protokoll check --fix minutes.txt\n"
    "  protokoll check --diff - --stdin-name 2019/03.md < minutes.md",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      auto& flags = options->flags;
      app.add_option("FILE", options->files, "Documents; - is standard input")->option_text("...");
      app.add_option("-f,--format,--to", flags.format, "text, json, sarif, github, gitlab, junit or checkstyle")->option_text("FORMAT");
      app.add_option("-o,--output", flags.output, "File to write the findings to")->option_text("PATH");
      app.add_option("-p,--profile", flags.profile, "What the minutes must contain: a name (see: protokoll profiles) or a file NAME.json")->option_text("NAME");
      app.add_option("--select", flags.select, "Only these rules: ids, begins of ids, names or all, with commas")->delimiter(',')->option_text("RULES");
      app.add_option("--ignore", flags.ignore, "Not these rules")->delimiter(',')->option_text("RULES");
      app.add_option("--min-severity", flags.min_severity, "Least severity to show: note, warning or error")->option_text("SEVERITY");
      app.add_flag("--fix", options->fix, "Apply safe fixes to the files; standard input goes fixed to standard output");
      app.add_flag("--unsafe-fixes", options->unsafe_fixes, "Apply also fixes that change what the minutes state");
      app.add_flag("--diff", options->diff, "Show what --fix would change, and change nothing");
      app.add_flag("--statistics", flags.statistics, "Only how often each rule found something");
      app.add_option("--baseline", flags.baseline, "Do not show findings that this file knows")->option_text("PATH");
      app.add_option("--write-baseline", flags.write_baseline, "Write the findings to this file")->option_text("PATH");
      app.add_option("--config", flags.config, "Configuration instead of the nearest .protokoll.json upwards")->option_text("PATH");
      app.add_flag("--no-config", flags.no_config, "No configuration");
      app.add_option("--stdin-name", flags.stdin_name, "Name of the document on standard input, for messages and configuration")->option_text("PATH");
      app.add_option("--dialect,--from", flags.dialect, "Markup of the input (see: protokoll dialects)")->option_text("NAME");
      app.add_option("--language", flags.language, "Language of the minutes, as in 'de'")->option_text("TAG");
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

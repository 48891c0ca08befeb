#include "protokoll/diff.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/batch/clash.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/read_flags.hpp"
#include "protokoll/names.hpp"
#include "register/minutes_json.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  std::string before, after;
  std::string output;
  std::string format;
  ReadFlags read;
};

/// One version as it was read.
struct Version {
  Input input;
  Minutes minutes;
  bool json = false;

  [[nodiscard]] DiffVersion shown() const { return {input.name, json ? std::nullopt : std::optional<std::string_view>(input.bytes)}; }
};

/// A file that names the schema at its begin, as convert writes it.
bool is_json_document(std::string_view bytes) {
  constexpr std::size_t begin = 200;
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' && bytes.substr(first, begin).find("\"protokoll/1\"") != std::string_view::npos;
}

Version read_version(const std::string& path, const ReadOptions& options, const Session& session) {
  Version version{.input = read_input(path)};
  const auto& [name, bytes] = version.input;
  version.json = is_json_document(bytes);
  if (version.json) {
    auto minutes = registers::minutes_from_json(bytes);
    if (!minutes) throw Unusable(fmt::format("{}: is not one whole document as convert --to json writes it", name));
    version.minutes = std::move(*minutes);
    return version;
  }
  auto read_options = options;
  read_options.name = name;
  read_options.tiles = false;
  version.minutes = read(bytes, read_options);
  const auto& diagnostics = version.minutes.diagnostics;
  // Of a part nobody can tell whether the whole is equal.
  if (std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) { return diagnostic.id == "too-large"; }))
    throw Unusable(fmt::format("{}: is larger than --max-bytes, so that only a part could be compared", name));
  session.messages.report(name, bytes, diagnostics);
  return version;
}

/// Named, or told by the output's extension.
std::string format_of(const Options& options) {
  if (!options.format.empty()) return options.format;
  const auto dot = options.output.rfind('.');
  const auto extension = dot == std::string::npos ? std::string_view() : std::string_view(options.output).substr(dot + 1);
  for (const auto& format : diff_formats())
    if (same_name(format.extension, extension)) return std::string(format.name);
  return "text";
}

void refuse_clash(const Options& options) {
  batch::Options inputs;
  inputs.inputs = {options.before, options.after};
  batch::refuse_clashes(inputs, [&] {
    batch::Plan plan;
    plan.outputs = {options.output};
    plan.standard_output = options.output.empty() || options.output == "-";
    plan.also_read = options.read.language_files.paths();
    return plan;
  });
}

int run(Options& options, const Session& session) {
  if (options.before == "-" && options.after == "-") throw Unusable("standard input can be one of the two versions, not both");
  prepare(options.read);
  const auto before = read_version(options.before, options.read.options, session);
  const auto after = read_version(options.after, options.read.options, session);
  refuse_clash(options);
  const auto changes = diff(before.minutes, after.minutes);
  const int status = changes.empty() ? clean : findings;
  DiffWriteOptions write;
  write.before = before.shown();
  write.after = after.shown();
  write.language = after.minutes.language.empty() ? "en" : after.minutes.language;
  Output output(options.output);
  write.colored = session.messages.colors_output() && (options.output.empty() || options.output == "-");
  try {
    output.write(write_diff(changes, format_of(options), write));
    output.finish();
  } catch (const ClosedPipe&) {
    // Whoever stopped reading may still ask whether the two are equal.
  }
  return status;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : diff_formats()) names.push_back(format.name);
  return names;
}

}  // namespace

extern const Command command_diff;
const Command command_diff{
    "diff", "Show what changed in substance between two versions of minutes: exit status 0 equal, 1 different, 2 trouble",
    "  protokoll diff draft.md approved.html\n"
    "  protokoll diff draft.md approved.html -o changes.html\n"
    "  curl -s URL | protokoll diff minutes.json -      against what convert wrote earlier\n"
    "  git difftool --no-prompt --extcmd 'protokoll diff' HEAD~1 -- minutes.md",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      option(app, "OLD", options->before, "The older version: a document, or the JSON that convert wrote; - is standard input").required().shown_as("PATH");
      option(app, "NEW", options->after, "The newer version, in any dialect; words of reports and discussions are not compared").required().shown_as("PATH");
      option(app, "-t,--to", options->format, "text: for a terminal; json; markdown: for a comment or an e-mail; html: a page")
          .one_of("format", format_names())
          .shown_as("FORMAT");
      option(app, "-o,--output", options->output, "File to write, whose extension names the format; never one that is read").shown_as("PATH");
      declare(app, options->read);
      flag(app, "--strict", options->read.options.strict, "Leave out facts of low confidence");
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

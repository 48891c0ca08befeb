#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/batch/batch.hpp"
#include "cli/batch/clash.hpp"
#include "cli/check/report.hpp"
#include "cli/command.hpp"
#include "cli/ground/ground_sink.hpp"
#include "cli/option.hpp"
#include "cli/read_flags.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  batch::Options batch;
  ReadFlags read;
  GroundFlags flags;
  bool compact = false;
};

/// Two files are a document and its answer; everything else is documents with their answers beside them.
void complete(Options& options, const Session& session) {
  auto& inputs = options.batch.inputs;
  auto& flags = options.flags;
  if (inputs.empty() && options.batch.files_from.empty()) throw Unusable("no input: name a document and the answer about it, or a folder of both");
  if (inputs.size() == 2 && options.batch.files_from.empty() && std::none_of(inputs.begin(), inputs.end(), batch::is_folder)) {
    if (inputs[0] == "-" && inputs[1] == "-") throw Unusable("standard input is the document or the answer, not both");
    flags.answer = inputs[1];
    inputs.pop_back();
  } else if (std::find(inputs.begin(), inputs.end(), "-") != inputs.end()) {
    throw Unusable("standard input has no answer beside it; name one: protokoll ground - answer.json");
  }
  if (flags.options.merge && flags.options.compare) throw Unusable("--merge and --compare: say one of both");
  if (!flags.format.empty() && !flags.to.empty()) throw Unusable("--format prints a report, --to the document; say one of both");
  if (!flags.format.empty() && !find_report(flags.format).page.empty()) throw Unusable(fmt::format("--format {} shows what check finds in a document; ground has the other reports", flags.format));
  flags.options.pretty = !options.compact;
  flags.colors_output = session.messages.colors_output();
}

batch::Plan plan(const Options& options) {
  const auto& flags = options.flags;
  batch::Plan plan;
  plan.outputs = {flags.output, options.batch.errors};
  plan.standard_output = flags.output.empty() || flags.output == "-";
  plan.also_read = options.read.language_files.paths();
  plan.also_read.insert(plan.also_read.end(), {options.batch.files_from, flags.answer == "-" ? std::string() : flags.answer});
  plan.reads_standard_input = options.batch.files_from == "-" || flags.answer == "-";
  return plan;
}

int run(Options& options, Session& session) {
  complete(options, session);
  prepare(options.read);
  options.flags.options.read = options.read.options;
  batch::refuse_clashes(options.batch, [&] { return plan(options); });
  for (const auto& sentence : batch::without_effect(options.batch)) session.messages.warning(sentence);
  GroundSink sink(options.flags, session.messages);
  const batch::Run how{.done = "proved", .summarise = batch::is_archive(options.batch), .own_outputs = batch::own_outputs(plan(options))};
  const auto work = [&sink](batch::Document& document) { sink.work(document); };
  const auto result = batch::run(options.batch, how, work, sink, session);
  if (result.status != clean && options.batch.inputs.size() == 1 && !options.flags.answer.empty()) return unusable;
  return result.status == clean && result.summary.found_something() ? findings : result.status;
}

void declare(CLI::App& app, Options& options) {
  batch::declare(app, options.batch);
  declared(app, "FILE").described("A document and the answer about it (JSON; - is standard input for one of both); or documents and folders with answers beside them: "
                                      "NAME.html.answer.json or NAME.answer.json");
  auto& flags = options.flags;
  option(app, "-t,--to", flags.to, "json: protokoll/1 with places and grounding (of --compare: the comparison); values: a line a value")
      .one_of("format", {"json", "values"})
      .shown_as("FORMAT");
  option(app, "-f,--format", flags.format, "Only a report of what does not hold: text, json, sarif, github, gitlab, junit or checkstyle").shown_as("FORMAT");
  option(app, "-o,--output", flags.output, "File to write; never one that is read").shown_as("PATH");
  flag(app, "--strict", flags.options.strict, "Leave out what is neither exact nor derived");
  flag(app, "--compare", flags.options.compare, "The answer beside the tool's own reading: what both say, one alone, and where they differ");
  flag(app, "--merge", flags.options.merge, "What the tool read and what holds of the answer in one document, each fact with \"by\"");
  flag(app, "--compact", options.compact, "json: one line");
  declare(app, options.read);
}

}  // namespace

extern const Command command_ground;
const Command command_ground{
    "ground", "Prove what somebody else says about minutes, value by value: exit status 1 if the minutes do not state something",
    "  protokoll ground minutes.html answer.json           the answer with places and grounding; what is wrong on standard error\n"
    "  protokoll ground minutes.html answer.json --strict  only what the minutes state\n"
    "  protokoll ground --compare minutes.html answer.json\n"
    "  protokoll ground --merge minutes.html answer.json -o minutes.json\n"
    "  protokoll ground --format sarif archive/ -o report.sarif     NAME.html with NAME.html.answer.json\n"
    "  protokoll schema --to answer                        the schema that an asked service should fill",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      declare(app, *options);
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/batch/batch.hpp"
#include "cli/batch/clash.hpp"
#include "cli/batch/digest.hpp"
#include "cli/batch/output_folder.hpp"
#include "cli/batch/plain_sink.hpp"
#include "cli/batch/stream_sink.hpp"
#include "cli/batch/tree_sink.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/option.hpp"
#include "cli/read_flags.hpp"
#include "protokoll/names.hpp"
#include "protokoll/protokoll.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

using batch::Document;

struct Options {
  batch::Options batch;
  std::string format;
  std::string output;
  ReadFlags read;
  WriteOptions write;
  bool compact = false;
  std::optional<Option> rows;  ///< whether it was named
  bool resume = false;
  bool records = false;
  bool asked_for_stdin = true;
};

/// A format by its name or the extension of its files.
std::optional<Entry> find_format(std::string_view word) {
  for (const auto& entry : formats())
    if (same_name(entry.name, word) || same_name(entry.extension, word)) return entry;
  return std::nullopt;
}

bool is_special(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

/// Whether every document gets an output of its own.
bool makes_tree(const Options& options) {
  const auto& path = options.output;
  if (path.empty() || path == "-") return false;
  const bool has_extension = path.find('.', path.rfind('/') + 1) != std::string::npos;
  return path.ends_with('/') || batch::is_folder(path) || (batch::is_archive(options.batch) && !has_extension);
}

/// Whether an option was named that only tables have: it then says that a table is wanted.
bool wants_table(const Options& options) { return options.rows->named() || options.write.excel; }

std::string choose_format(const Options& options) {
  if (!options.format.empty()) {
    const auto format = find_format(options.format);
    return format ? std::string(format->name) : options.format;
  }
  const auto dot = options.output.find_last_of("./");
  if (makes_tree(options) || dot == std::string::npos || options.output[dot] != '.') return wants_table(options) ? "csv" : options.records ? "ndjson" : "json";
  const auto format = find_format(std::string_view(options.output).substr(dot + 1));
  if (!format) throw Unusable(fmt::format("{}: the extension names no format; say --to (see: protokoll formats)", options.output));
  return std::string(format->name);
}

/// All that decides about results beside the documents.
std::string fingerprint(const Options& options, std::string_view format) {
  const auto& read = options.read.options;
  const auto& write = options.write;
  nlohmann::json all{version(), format, read.dialect, read.language, read.strict, read.max_bytes, write.pretty, write.excel, write.rows};
  for (const auto& path : options.read.language_files.paths()) all.push_back(batch::sha256(read_input(path).bytes));
  return batch::sha256(all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

batch::Work converter(const Options& options, const std::string& format, const Session& session) {
  return [&options, format, &session](Document& document) {
    if (document.bytes.empty() && !options.asked_for_stdin) throw Unusable("no input: name a file, or pipe one in");
    auto read_options = options.read.options;
    read_options.name = document.found.path;
    read_options.tiles = false;
    prepare_for(format, read_options);
    const auto minutes = read(document.bytes, read_options);
    document.digest = minutes.source.sha256;
    document.text = write(minutes, format, options.write);
    document.report = session.messages.text(document.found.path, document.bytes, minutes.diagnostics);
    document.findings = !minutes.diagnostics.empty();
  };
}

batch::TreeOptions tree_options(const Options& options, const std::string& format, const std::string& head) {
  batch::TreeOptions tree{options.output, format, head, ".protokoll-manifest", fingerprint(options, format), options.resume};
  if (const auto entry = find_format(format)) tree.extension = entry->extension;
  if (const auto shard = batch::parse_shard(options.batch.shard); shard.count > 1) tree.manifest += fmt::format("-{}-of-{}", shard.number, shard.count);
  return tree;
}

batch::Plan plan(const Options& options, const std::string& format) {
  batch::Plan plan;
  const bool in_folder = makes_tree(options);
  plan.outputs = {in_folder ? std::string() : options.output, options.batch.errors};
  plan.standard_output = options.output.empty() || options.output == "-";
  plan.also_read = options.read.language_files.paths();
  plan.also_read.push_back(options.batch.files_from);
  plan.reads_standard_input = options.records || options.batch.files_from == "-";
  if (!in_folder) return plan;
  plan.folder = options.output;
  plan.output_of = [&options, format, names = std::shared_ptr<batch::OutputNames>()](const batch::Found& found) mutable {
    if (!names) names = std::make_shared<batch::OutputNames>(batch::TreeSink::names(tree_options(options, format, {})));
    return batch::in_folder(options.output, names->take(found.name, batch::hash64(found.path)).name);
  };
  return plan;
}

/// A line for a record that could not be converted, so that every record has its answer.
std::string excuse(const Document& document) {
  return nlohmann::ordered_json{{"name", document.found.path}, {"error", document.error}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::unique_ptr<batch::Sink> choose_sink(const Options& options, const std::string& format, const batch::Work& work) {
  const auto head = header(format, options.write);
  if (makes_tree(options)) return std::make_unique<batch::TreeSink>(tree_options(options, format, head));
  const bool to_file = !options.output.empty() && options.output != "-";
  const bool special = to_file && is_special(options.output);
  if (options.resume && (!to_file || special)) throw Unusable("--resume: name the output of the run to go on with: -o PATH");
  if (to_file && !special && !options.records && (options.resume || batch::is_archive(options.batch)))
    return std::make_unique<batch::StreamSink>(batch::StreamOptions{options.output, head, fingerprint(options, format), options.resume}, work);
  auto sink = std::make_unique<batch::PlainSink>(options.output, head);
  if (options.records) sink->answer_at_once(format == "ndjson" ? excuse : nullptr);
  return sink;
}

/// A page is one document, wherever it goes. A file of JSON is one value, and its shape must not depend on how many documents there happen to be.
void refuse_several_in_one(const Options& options, const std::string& format) {
  const bool several = options.records || options.batch.inputs.size() > 1 || batch::is_archive(options.batch);
  if (!several || makes_tree(options)) return;
  if (const auto entry = find_format(format); entry && entry->one_a_file)
    throw Unusable(fmt::format("{} shows one document, and there may be several; say -o FOLDER/ for a file each", format));
  if (format != "json" || options.output.empty() || options.output == "-" || is_special(options.output)) return;
  throw Unusable(fmt::format("{}: a file of json holds one document, and there may be several; say --to ndjson for one a line, or -o FOLDER/ for a file each", options.output));
}

void check_inputs(Options& options) {
  auto& inputs = options.batch.inputs;
  options.records = same_name(options.read.options.dialect, "ndjson");
  if (options.records) {
    options.read.options.dialect = "auto";
    if (!(inputs.empty() || (inputs.size() == 1 && inputs[0] == "-")) || !options.batch.files_from.empty() || options.resume || makes_tree(options))
      throw Unusable("--from ndjson: records come from standard input, and answers go to one stream");
  } else if (inputs.empty() && options.batch.files_from.empty()) {
    if (::isatty(STDIN_FILENO)) throw Unusable("no input: name a file, or - for standard input");
    inputs.push_back("-");
    options.asked_for_stdin = false;
  }
}

void say_what_has_no_effect(const Options& options, std::string_view format, const Messages& messages) {
  for (const auto& sentence : batch::without_effect(options.batch)) messages.warning(sentence);
  const auto say = [&](bool named, std::string_view option) {
    if (named) messages.warning(fmt::format("{} has no effect with {}", option, format));
  };
  say(options.compact && format != "json", "--compact");
  say(options.rows->named() && format != "csv", "--rows");
  say(options.write.excel && format != "csv", "--excel");
}

int run(Options& options, Session& session) {
  check_inputs(options);
  options.write.pretty = !options.compact;
  auto format = choose_format(options);
  refuse_several_in_one(options, format);
  if (options.records && format == "json") format = "ndjson";
  // Refuses unknown options, before any document is touched.
  static_cast<void>(header(format, options.write));
  prepare(options.read);
  const auto make_plan = [&] { return plan(options, format); };
  batch::refuse_clashes(options.batch, make_plan);
  say_what_has_no_effect(options, format, session.messages);
  const auto work = converter(options, format, session);
  const auto sink = choose_sink(options, format, work);
  batch::Run how;
  how.summarise = batch::is_archive(options.batch) || makes_tree(options) || options.resume;
  how.show_reports = !how.summarise || session.messages.volume() == Volume::verbose;
  how.from_records = options.records;
  how.need_digests = options.resume;
  if (how.summarise && !options.output.empty()) how.how_to_resume = "the same command with --resume goes on from here";
  how.own_outputs = batch::own_outputs(make_plan());
  return batch::run(options.batch, how, work, *sink, session).status;
}

}  // namespace

extern const Command command_convert;
const Command command_convert{
    "convert", "Convert minutes (this is what happens when no command is named)",
    "  protokoll minutes.html --to markdown\n"
    "  protokoll minutes.md -o minutes.html         a page that shows what was recognised, and where\n"
    "  protokoll a.html b.md --to csv --rows actions -o tasks.csv\n"
    "  protokoll archive/ -o json/                  a tree of JSON files that mirrors the archive\n"
    "  protokoll archive/ -o all.ndjson --resume    one file for all, going on where a run was stopped\n"
    "  protokoll - --from markdown --compact < minutes.md",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      batch::declare(app, options->batch);
      option(app, "-t,--to", options->format, "Format of the output (see: protokoll formats)").shown_as("FORMAT");
      option(app, "-o,--output", options->output, "File to write, whose extension names the format, or folder for a file per document; never one that is read")
          .shown_as("PATH");
      flag(app, "--resume", options->resume, "Go on where a run with the same options was stopped; convert only what is new or changed");
      declare(app, options->read);
      declared(app, "--from").described("Markup of the input (see: protokoll dialects), or ndjson: records {\"name\", \"text\"}");
      flag(app, "--strict", options->read.options.strict, "Leave out facts of low confidence");
      flag(app, "--compact", options->compact, "json: one line");
      options->rows = option(app, "--rows", options->write.rows, "csv (which it implies): items, decisions, votes, actions, attachments, people or next").shown_as("WHAT");
      flag(app, "--excel", options->write.excel, "csv (which it implies): as spreadsheet programs like it");
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

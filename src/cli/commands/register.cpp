#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/batch/batch.hpp"
#include "cli/batch/clash.hpp"
#include "cli/batch/digest.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/read_flags.hpp"
#include "cli/register/documents.hpp"
#include "cli/register/pages.hpp"
#include "cli/register/register_sink.hpp"
#include "protokoll/names.hpp"
#include "protokoll/protokoll.hpp"
#include "register/minutes_json.hpp"
#include "register/page.hpp"
#include "register/schema.hpp"

namespace protokoll::cli {
namespace {

using batch::Document;

struct Options {
  batch::Options batch;
  std::string output;
  std::string format;
  ReadFlags read;
  bool resume = false;
  bool ndjson = false;
  std::string aliases;
  std::string pages;  ///< folder of annotated pages, or empty
};

/// All that decides about the register beside the documents.
std::string fingerprint(const Options& options) {
  const auto& read = options.read.options;
  nlohmann::json all{version(), registers::schema(), read.dialect, read.language, read.strict, read.max_bytes};
  for (const auto& path : options.read.language_files.paths()) all.push_back(batch::sha256(read_input(path).bytes));
  if (!options.aliases.empty()) all.push_back(batch::sha256(read_input(options.aliases).bytes));
  return batch::sha256(all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

batch::Work reader(const Options& options, const Session& session) {
  return [&options, &session](Document& document) {
    auto read_options = options.read.options;
    read_options.name = document.found.path;
    read_options.tiles = false;
    const auto minutes = std::make_shared<const Minutes>(read(document.bytes, read_options));
    document.digest = minutes->source.sha256;
    document.report = session.messages.text(document.found.path, document.bytes, minutes->diagnostics);
    document.findings = !minutes->diagnostics.empty();
    document.task = Read(minutes);
  };
}

batch::Work line_reader(const NdjsonDocuments& documents) {
  return [&documents](Document& document) {
    documents.read(document);
    auto minutes = registers::minutes_from_json(document.bytes);
    if (!minutes) throw Unusable(fmt::format("{}: is no document that convert --to ndjson wrote", document.found.path));
    document.digest = minutes->source.sha256;
    document.task = Read(std::make_shared<const Minutes>(std::move(*minutes)));
  };
}

registers::Aliases read_aliases(const std::string& path) {
  if (path.empty()) return {};
  try {
    return registers::parse_aliases(read_input(path).bytes);
  } catch (const std::invalid_argument& error) {
    throw Unusable(fmt::format("{}:{}", path, error.what()));
  }
}

batch::Plan plan(const Options& options) {
  batch::Plan plan;
  plan.outputs = {options.output, options.batch.errors};
  plan.also_read = options.read.language_files.paths();
  plan.also_read.push_back(options.batch.files_from);
  plan.also_read.push_back(options.aliases);
  plan.reads_standard_input = options.batch.files_from == "-";
  return plan;
}

bool is_page(const std::string& path) {
  const auto ending = path.substr(std::min(path.rfind('.'), path.size()));
  return same_name(ending, ".html") || same_name(ending, ".htm");
}

/// What is made of the register in its place, if anything.
std::function<void(registers::Database&)> shower(const Options& options) {
  if (options.format == "sqlite" || (options.format.empty() && !is_page(options.output))) return {};
  return [&options](registers::Database& database) {
    Output output(options.output);
    const Put put = [&](std::string_view text) { output.write(text); };
    if (options.format != "weg-24")
      registers::write_page(database, options.output, options.pages.empty() ? registers::AnnotatedPages() : find_pages(options.pages), put);
    else if (is_page(options.output))
      registers::write_weg24_page(database, put);
    else
      registers::write_weg24_csv(database, put);
    output.finish();
  };
}

void check_output(const Options& options) {
  if (options.output.empty() || options.output == "-") throw Unusable("a register is a database or a page in a file; name it: -o register.sqlite");
  if (options.resume && shower(options))
    throw Unusable(fmt::format("{}: is made anew each time; --resume takes up a database: -o register.sqlite", options.output));
  struct stat status {};
  if (::stat(options.output.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
    throw Unusable(fmt::format("{}: is no file; a register is a database in a file", options.output));
}

void check_inputs(Options& options) {
  auto& inputs = options.batch.inputs;
  options.ndjson = same_name(options.read.options.dialect, "ndjson");
  if (options.ndjson) {
    options.read.options.dialect = "auto";
    if (options.resume) throw Unusable("--from ndjson: takes no --resume; what was converted is read fast, and convert has --resume");
    if (!options.batch.files_from.empty() || !options.batch.shard.empty())
      throw Unusable("--from ndjson: takes files and standard input, no --files-from and no --shard");
    if (inputs.empty() && !::isatty(STDIN_FILENO)) inputs.push_back("-");
  }
  if (inputs.empty() && options.batch.files_from.empty()) throw Unusable("no input: name an archive, or files of minutes");
}

int run(Options& options, Session& session) {
  check_output(options);
  check_inputs(options);
  prepare(options.read);
  batch::refuse_clashes(options.batch, [&] { return plan(options); });
  for (const auto& sentence : batch::without_effect(options.batch)) session.messages.warning(sentence);
  if (!options.pages.empty() && (options.format == "weg-24" || !shower(options))) session.messages.warning("--pages has an effect on a page of the register alone: -o register.html");
  else if (!options.pages.empty()) static_cast<void>(find_pages(options.pages));  // a folder that is none is told before an archive is read
  batch::Run how;
  how.done = "read";
  how.summarise = true;
  how.show_reports = session.messages.volume() == Volume::verbose;
  how.from_records = options.ndjson;
  how.need_digests = options.resume;
  how.own_outputs = batch::own_outputs(plan(options));
  RegisterSink sink({options.output, options.ndjson ? std::string() : fingerprint(options), options.resume, options.read.options.languages,
                     read_aliases(options.aliases), shower(options)});
  if (options.ndjson) {
    NdjsonDocuments documents(options.batch.inputs, options.output);
    how.source = [&] { return documents.next(); };
    return batch::run(options.batch, how, line_reader(documents), sink, session).status;
  }
  ArchiveDocuments documents(options.batch, how.own_outputs);
  how.source = [&] { return documents.next(); };
  how.left_out = &documents.left_out();
  return batch::run(options.batch, how, reader(options, session), sink, session).status;
}

}  // namespace

extern const Command command_register;
const Command command_register{
    "register", "Make one register of an archive: what was decided, who has to do what, what was put off, who was there",
    "  protokoll register archive/ -o register.sqlite             a database; its tables: protokoll schema --to sql\n"
    "  protokoll register archive/ -o register.sqlite --resume    reads only what is new or changed\n"
    "  protokoll register archive/ -o register.html               a page for everybody, without a server\n"
    "  protokoll register archive/ -o register.html --pages pages/    whose rows link to annotated pages too\n"
    "  protokoll register archive/ --to weg-24 -o beschluesse.csv\n"
    "  sqlite3 -box register.sqlite 'SELECT date, text, outcome FROM decision_register'\n"
    "  protokoll register --from ndjson part-*.ndjson -o register.sqlite    of what convert wrote on many machines",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      batch::declare(app, options->batch);
      option(app, "-t,--to", options->format,
                     "sqlite: a database; html: a page that filters, sorts and prints; weg-24: the collection of resolutions that § 24 WEG asks for, "
                     "as CSV or (-o x.html) as a page")
          .one_of("format", {"sqlite", "html", "weg-24"})
          .shown_as("FORMAT");
      option(app, "-o,--output", options->output, "File to write, whose extension tells the page from the database; never one that is read")
          .shown_as("PATH");
      flag(app, "--resume", options->resume, "Take up the register that a run with the same options made; read only what is new or changed");
      option(app, "--aliases", options->aliases, "Names of people who bear several, a line each: A. Icks = Annette Icks").shown_as("FILE");
      option(app, "--pages", options->pages, "For a page: the folder of annotated pages (convert --to html -o FOLDER/) that rows are to link to").shown_as("PATH");
      declare(app, options->read);
      declared(app, "--from").described("Markup of the input (see: protokoll dialects), or ndjson: what convert --to ndjson wrote");
      flag(app, "--strict", options->read.options.strict, "Leave out facts of low confidence");
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

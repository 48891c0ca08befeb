#include <fmt/format.h>
#include <unistd.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/language_files.hpp"
#include "cli/output.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string format;
  std::string output;
  ReadOptions read;
  LanguageFiles language_files;
  WriteOptions write;
  bool compact = false;
  bool asked_for_stdin = true;
};

/// A format by its name or the extension of its files.
std::string find_format(std::string_view word) {
  for (const auto& entry : formats())
    if (entry.name == word || entry.extension == word) return std::string(entry.name);
  return {};
}

std::string choose_format(const Options& options) {
  if (!options.format.empty()) {
    const auto format = find_format(options.format);
    return format.empty() ? options.format : format;
  }
  const auto dot = options.output.find_last_of("./");
  if (dot == std::string::npos || options.output[dot] != '.') return "json";
  const auto format = find_format(std::string_view(options.output).substr(dot + 1));
  if (format.empty()) throw Unusable(fmt::format("{}: the extension names no format; say --to (see: protokoll formats)", options.output));
  return format;
}

void convert_one(const std::string& path, const std::string& format, const Options& options, Session& session, Output& output) {
  const auto input = read_input(path);
  if (input.bytes.empty() && !options.asked_for_stdin) throw Unusable("no input: name a file, or pipe one in");
  auto read_options = options.read;
  read_options.name = input.name;
  const auto minutes = read(input.bytes, read_options);
  output.write(write(minutes, format, options.write));
  session.messages.report(input.name, input.bytes, minutes.diagnostics);
}

int run(Options& options, Session& session) {
  if (options.files.empty()) {
    if (::isatty(STDIN_FILENO)) throw Unusable("no input: name a file, or - for standard input");
    options.files.push_back("-");
    options.asked_for_stdin = false;
  }
  options.write.pretty = !options.compact;
  const auto format = choose_format(options);
  const auto languages = options.language_files.load();
  options.read.languages = languages.get();
  // Both refuse unknown options, before any document is touched.
  const auto head = header(format, options.write);
  static_cast<void>(read({}, options.read));
  Output output(options.output);
  output.write(head);
  std::size_t failed = 0;
  for (const auto& file : options.files) {
    try {
      convert_one(file, format, options, session, output);
    } catch (const Unusable& error) {
      if (options.files.size() == 1) throw;
      session.messages.error(error.what());
      ++failed;
    }
  }
  if (failed == options.files.size()) return unusable;
  output.finish();
  return failed == 0 ? clean : findings;
}

}  // namespace

extern const Command command_convert;
const Command command_convert{
    "convert", "Convert minutes (this is what happens when no command is named)",
    "  protokoll minutes.html --to markdown\n"
    "  protokoll a.html b.md --to csv --rows actions -o tasks.csv\n"
    "  protokoll - --from markdown --compact < minutes.md",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      app.add_option("FILE", options->files, "Documents; - is standard input")->option_text("...");
      app.add_option("-t,--to", options->format, "Format of the output (see: protokoll formats)")->option_text("FORMAT");
      app.add_option("-o,--output", options->output, "File to write; its extension names the format")->option_text("PATH");
      app.add_option("--dialect,--from", options->read.dialect, "Markup of the input (see: protokoll dialects)")->option_text("NAME");
      app.add_option("--language", options->read.language, "Language of the minutes (see: protokoll languages)")->option_text("TAG");
      options->language_files.declare(app);
      app.add_option("--max-bytes", options->read.max_bytes, "Read no more of a document than this; 256MB if not said")
          ->transform(CLI::AsSizeValue(false) & CLI::Range(largest_document))
          ->option_text("SIZE");
      app.add_flag("--strict", options->read.strict, "Leave out facts of low confidence");
      app.add_flag("--compact", options->compact, "json: one line");
      app.add_option("--rows", options->write.rows, "csv: items, decisions, votes, actions, attachments, people or next")->option_text("WHAT");
      app.add_flag("--excel", options->write.excel, "csv: as spreadsheet programs like it");
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

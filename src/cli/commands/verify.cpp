#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/language_files.hpp"
#include "cli/output.hpp"
#include "protokoll/protokoll.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  ReadOptions read;
  LanguageFiles language_files;
};

/// One line of numbers, and below it what is wrong, if anything.
std::string describe(const std::string& name, const Verification& result) {
  auto text = fmt::format("{}: {}: {} characters visible, {} lost, {} invented; {} bytes in tiles, {} in markup, {} in residue; {} false spans\n", escaped(name),
                          result.ok() ? "ok" : "FAILED", result.visible, result.lost, result.invented, result.tile_bytes, result.markup_bytes,
                          result.residue_bytes, result.false_spans);
  if (!result.first_difference.empty()) text += fmt::format("  {}\n", escaped(result.first_difference));
  if (!result.first_false_span.empty()) text += fmt::format("  {}\n", escaped(result.first_false_span));
  return text;
}

int run(Options& options, Session& session) {
  const auto languages = options.language_files.load();
  options.read.languages = languages.get();
  Output output;
  auto status = clean;
  std::size_t unread = 0;
  for (const auto& file : options.files) {
    try {
      const auto input = read_input(file);
      auto read_options = options.read;
      read_options.name = input.name;
      const auto result = verify(input.bytes, read(input.bytes, read_options), read_options);
      output.write(describe(input.name, result));
      if (!result.ok()) status = findings;
    } catch (const Unusable& error) {
      session.messages.error(error.what());
      ++unread;
    }
  }
  output.finish();
  if (unread == options.files.size()) return unusable;
  return unread > 0 ? findings : status;
}

}  // namespace

extern const Command command_verify;
const Command command_verify{
    "verify", "Prove that no visible text of a document was lost and that every value stands where it is said to",
    "  protokoll verify minutes.html\n"
    "  protokoll verify archive/*.md",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      app.add_option("FILE", options->files, "Documents; - is standard input")->required()->option_text("...");
      app.add_option("--dialect,--from", options->read.dialect, "Markup of the input (see: protokoll dialects)")->option_text("NAME");
      app.add_option("--language", options->read.language, "Language of the minutes (see: protokoll languages)")->option_text("TAG");
      options->language_files.declare(app);
      app.add_option("--max-bytes", options->read.max_bytes, "Read no more of a document than this; 256MB if not said")
          ->transform(CLI::AsSizeValue(false) & CLI::Range(largest_document))
          ->option_text("SIZE");
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

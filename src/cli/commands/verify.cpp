#include <fmt/format.h>

#include <memory>

#include "cli/batch/print_each.hpp"
#include "cli/command.hpp"
#include "protokoll/protokoll.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  batch::Options batch;
  ReadFlags read;
};

/// One line of numbers, and below it what is wrong, if anything.
std::string describe(const std::string& name, const Verification& result) {
  auto text = fmt::format("{}: {}: {} characters visible, {} lost, {} invented; {} bytes in tiles, {} in markup, {} in residue; {} false spans; {} contradictions\n", escaped(name),
                          result.ok() ? "ok" : "FAILED", result.visible, result.lost, result.invented, result.tile_bytes, result.markup_bytes,
                          result.residue_bytes, result.false_spans, result.contradictions);
  if (!result.first_difference.empty()) text += fmt::format("  {}\n", escaped(result.first_difference));
  if (!result.first_false_span.empty()) text += fmt::format("  {}\n", escaped(result.first_false_span));
  if (!result.first_contradiction.empty()) text += fmt::format("  {}\n", escaped(result.first_contradiction));
  return text;
}

int run(Options& options, Session& session) {
  const auto work = [&options](batch::Document& document) {
    auto read_options = options.read.options;
    read_options.name = document.found.path;
    const auto result = verify(document.bytes, read(document.bytes, read_options), read_options);
    document.text = describe(document.found.path, result);
    document.findings = !result.ok();
  };
  const auto result = batch::print_each(options.batch, options.read, "verified", work, session);
  return result.status == clean && result.summary.found_something() ? findings : result.status;
}

}  // namespace

extern const Command command_verify;
const Command command_verify{
    "verify", "Prove that no visible text was lost, that every value stands where it is said to and that nothing around it takes it back",
    "  protokoll verify minutes.html\n"
    "  protokoll verify archive/ --include '*.md'",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      batch::declare(app, options->batch);
      declare(app, options->read);
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

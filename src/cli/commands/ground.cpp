#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/read_flags.hpp"
#include "protokoll/ground.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  std::vector<std::string> inputs;
  ReadFlags read;
  GroundOptions ground;
};

int run(Options& options, Session&) {
  prepare(options.read);
  options.ground.read = options.read.options;
  const auto document = read_input(options.inputs[0]);
  const auto answer = read_input(options.inputs[1]);
  options.ground.read.name = options.inputs[0];
  const auto grounded = ground(document.bytes, answer.bytes, options.ground);
  Output output;
  for (const auto& value : grounded.values)
    output.write(fmt::format("{}\t{}\t{}\t{},{}\t{}\n", value.pointer, to_string(value.grounding), value.value, value.span.begin, value.span.end, value.note));
  if (getenv("JSON")) output.write(grounded.json);
  output.finish();
  return grounded.ok() ? clean : findings;
}

}  // namespace

extern const Command command_ground;
const Command command_ground{
    "ground", "Prove what somebody else says about minutes, value by value",
    "  protokoll ground minutes.html answer.json",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto options = std::make_shared<Options>();
      app.add_option("inputs", options->inputs, "Document and answer")->expected(2);
      static std::string f;
      app.add_option("--format", f, "");
      app.add_flag("--strict", options->ground.strict, "");
      declare(app, options->read);
      return [options](Session& session) { return run(*options, session); };
    }};

}  // namespace protokoll::cli

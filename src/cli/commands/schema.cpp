#include "cli/command.hpp"
#include "cli/output.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli {
namespace {

int run(Session&) {
  Output output;
  output.write(schema());
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_schema;
const Command command_schema{"schema", "Print the JSON Schema of the JSON output", "  protokoll schema > protokoll-1.json",
                             [](CLI::App&) -> std::function<int(Session&)> { return run; }};

}  // namespace protokoll::cli


#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/shell/scripts.hpp"

namespace protokoll::cli {
namespace {

int run(const CLI::App& app) {
  Output output;
  output.write(shell::manual_page(shell::tables_of(app)));
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_man;
const Command command_man{"man", "Print the manual page", "  protokoll man | man -l -", [](CLI::App& app) -> std::function<int(Session&)> {
                            return [&app](Session&) { return run(app); };
                          }};

}  // namespace protokoll::cli

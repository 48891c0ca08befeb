#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli {
namespace {

int run(Session&) {
  Output output;
  for (const auto& entry : dialects()) output.write(fmt::format("{:<10} {} ({})\n", entry.name, entry.summary, entry.extension));
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_dialects;
const Command command_dialects{"dialects", "List the dialects of markup that --from takes", "  protokoll dialects",
                               [](CLI::App&) -> std::function<int(Session&)> { return run; }};

}  // namespace protokoll::cli

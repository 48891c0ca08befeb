#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "protokoll/check.hpp"

namespace protokoll::cli {
namespace {

int run(Session&) {
  Output output;
  for (const auto& entry : profiles()) output.write(fmt::format("{:<14} {}\n", entry.name, entry.summary));
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_profiles;
const Command command_profiles{"profiles", "List the profiles that check --profile takes", "  protokoll profiles", [](CLI::App&) -> std::function<int(Session&)> { return run; }};

}  // namespace protokoll::cli

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli {
namespace {

int run(Session&) {
  Output output;
  for (const auto& entry : formats()) output.write(fmt::format("{:<10} .{:<8} {}\n", entry.name, entry.extension, entry.summary));
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_formats;
const Command command_formats{"formats", "List the formats that --to takes", "  protokoll formats",
                              [](CLI::App&) -> std::function<int(Session&)> { return run; }};

}  // namespace protokoll::cli

/// What a command of the command line offers. One file per command: `src/cli/commands/NAME.cpp` defines
/// `extern const Command command_NAME`; CMake finds it, no list is kept.
#pragma once

#include <functional>
#include <span>
#include <stdexcept>
#include <string_view>

#include "cli/cli11.hpp"
#include "cli/messages.hpp"

namespace protokoll::cli {

/// Exit status of every command.
enum Exit : int { clean = 0, findings = 1, unusable = 2 };

/// An unusable world: said in one sentence on stderr, exit status 2.
struct Unusable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What the options before and behind a command's name decide for every command.
struct Session {
  Messages& messages;
};

struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view examples;  ///< lines for the top of its help
  /// Declares the command's options; the function returned holds their values, runs the command and gives the exit status.
  std::function<int(Session&)> (*setup)(CLI::App& app);
};

/// Sorted by name; generated.
[[nodiscard]] std::span<const Command* const> commands();

/// The one that is meant when none is named.
constexpr std::string_view default_command = "convert";

}  // namespace protokoll::cli

/// Commands and options as people type them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/cli11.hpp"
#include "cli/command.hpp"

namespace protokoll::cli {

enum class Slips { refused, ignored };

/// The command that a word names, in any case, or nullptr. A file of that name wins over all but the exact name.
/// Throws Unusable where slips are refused and the word is no file but nearly a command.
[[nodiscard]] const Command* command_of(std::string_view word, Slips slips);

/// What to say of the first argument that is no option of the command that was chosen, and which may have been meant; empty if there is none.
[[nodiscard]] std::string unknown_option(CLI::App& app, const std::vector<std::string>& arguments);

}  // namespace protokoll::cli

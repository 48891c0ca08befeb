/// The commands and options of the command line as plain values: what `--help`, the manual page and the completions tell is the same.
#pragma once

#include <string>
#include <vector>

#include "cli/cli11.hpp"
#include "cli/shell/offers.hpp"

namespace protokoll::cli::shell {

struct OptionTable {
  std::vector<std::string> names;  ///< as typed: "-t", "--to"
  std::string placeholder;         ///< "FORMAT"; empty for a flag
  std::string summary;
  Value value;
};

struct CommandTable {
  std::string name;  ///< empty for the program itself
  std::string summary;
  std::string examples;   ///< lines
  std::string arguments;  ///< as in the usage: "[FILE...]", or empty
  std::string arguments_summary;
  Value argument;
  std::vector<OptionTable> options;
};

struct Tables {
  CommandTable program;
  std::vector<CommandTable> commands;  ///< by name
};

/// Of the program to which a command belongs.
[[nodiscard]] Tables tables_of(const CLI::App& command);

/// The command that is meant when none is named.
[[nodiscard]] const CommandTable& default_of(const Tables& tables);

}  // namespace protokoll::cli::shell

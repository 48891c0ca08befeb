/// What a shell and man(1) are told about the command line.
#pragma once

#include <string>

#include "cli/shell/tables.hpp"

namespace protokoll::cli::shell {

/// protokoll(1) in the macros of man(7).
[[nodiscard]] std::string manual_page(const Tables& tables);

/// Completions as each shell reads them: `source`, a file _protokoll in $fpath, a file protokoll.fish.
[[nodiscard]] std::string bash_completions(const Tables& tables);
[[nodiscard]] std::string zsh_completions(const Tables& tables);
[[nodiscard]] std::string fish_completions(const Tables& tables);

}  // namespace protokoll::cli::shell

/// What may stand behind an option or as an argument, where that can be counted up: for completions.
#pragma once

#include <string>
#include <vector>

#include "cli/cli11.hpp"

namespace protokoll::cli::shell {

struct Offer {
  std::string word;
  std::string summary;  ///< may be empty
};

enum class Kind {
  none,   ///< takes no value
  words,  ///< one of those offered, though another may be right as well (a profile's file)
  lists,  ///< some of them, with commas between
  files,
  any,    ///< a number, a pattern, a name of the user's own
};

struct Value {
  Kind kind = Kind::none;
  std::vector<Offer> offers;
};

/// The value of an option, or of a command's arguments.
[[nodiscard]] Value value_of(const CLI::App& command, const CLI::Option& option);

}  // namespace protokoll::cli::shell

/// How commands declare their options. CLI11's templates take seconds to compile wherever they are used, so they are used in option.cpp alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/cli11.hpp"

namespace protokoll::cli {

/// An option or argument that is declared, and what else is said of it.
class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}
  /// What stands for the value in help.
  Option& shown_as(std::string word);
  Option& described(std::string summary);
  Option& required();
  /// Takes one value at a time, so that what follows it is an argument again.
  Option& one_each();
  /// Takes values with commas between them.
  Option& with_commas();
  /// Takes one of `names` in any case, and refuses others with the one that was probably meant. `kind` is what messages call a name.
  Option& one_of(std::string kind, std::vector<std::string_view> names);
  Option& at_most(unsigned number);
  /// Takes bytes with or without a unit ("256MB").
  Option& size_up_to(std::size_t bytes);
  /// Not shown in help.
  Option& hidden();
  /// Whether it was named.
  [[nodiscard]] bool named() const;

 private:
  CLI::Option* option_;
};

/// Declares an option by its names ("-o,--output") or an argument ("FILE"). `value` is filled when the command line is read, and must live until then.
Option option(CLI::App& app, const std::string& names, std::string& value, const std::string& summary);
Option option(CLI::App& app, const std::string& names, std::vector<std::string>& value, const std::string& summary);
Option option(CLI::App& app, const std::string& names, unsigned& value, const std::string& summary);
Option option(CLI::App& app, const std::string& names, std::size_t& value, const std::string& summary);
/// Declares a flag, which takes no value.
void flag(CLI::App& app, const std::string& names, bool& value, const std::string& summary);
/// One that is declared already.
[[nodiscard]] Option declared(CLI::App& app, const std::string& name);

}  // namespace protokoll::cli

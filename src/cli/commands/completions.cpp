#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/shell/scripts.hpp"

namespace protokoll::cli {
namespace {

int run(const std::string& name, const CLI::App& app) {
  const auto tables = shell::tables_of(app);
  Output output;
  if (name == "bash") output.write(shell::bash_completions(tables));
  else if (name == "zsh") output.write(shell::zsh_completions(tables));
  else if (name == "fish") output.write(shell::fish_completions(tables));
  else throw Unusable(fmt::format("unknown shell '{}' (known: bash, fish, zsh)", name));
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_completions;
const Command command_completions{"completions", "Print completions for a shell: bash, fish or zsh",
                                  "  source <(protokoll completions bash)\n"
                                  "  protokoll completions zsh > ~/.zfunc/_protokoll\n"
                                  "  protokoll completions fish > ~/.config/fish/completions/protokoll.fish",
                                  [](CLI::App& app) -> std::function<int(Session&)> {
                                    const auto name = std::make_shared<std::string>();
                                    option(app, "SHELL", *name, "bash, fish or zsh").required().shown_as(" ");
                                    return [name, &app](Session&) { return run(*name, app); };
                                  }};

}  // namespace protokoll::cli

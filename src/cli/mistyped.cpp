#include "cli/mistyped.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "protokoll/names.hpp"

namespace protokoll::cli {
namespace {

bool is_file(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

const Command* find_command(std::string_view word, bool (*same)(std::string_view, std::string_view)) {
  const auto all = commands();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Command* command) { return same(command->name, word); });
  return found == all.end() ? nullptr : *found;
}

/// Long names with their dashes.
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* option : app.get_options())
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

bool holds(const std::vector<std::string>& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

}  // namespace

const Command* command_of(std::string_view word, Slips slips) {
  if (const auto* exact = find_command(word, [](std::string_view a, std::string_view b) { return a == b; })) return exact;
  if (is_file(std::string(word))) return nullptr;
  const auto* command = find_command(word, same_name);
  if (command || slips == Slips::ignored) return command;
  std::vector<std::string_view> names;
  for (const auto* known : commands()) names.push_back(known->name);
  if (const auto meant = nearest_name(word, names); !meant.empty())
    throw Unusable(fmt::format("{}: is no file and no command; did you mean 'protokoll {}'?", word, meant));
  return nullptr;
}

std::string unknown_option(CLI::App& app, const std::vector<std::string>& arguments) {
  const auto chosen = app.get_subcommands();
  auto known = option_names(app);
  if (!chosen.empty())
    for (auto& name : option_names(*chosen.front())) known.push_back(std::move(name));
  for (const auto& argument : arguments) {
    const auto name = argument.substr(0, argument.find('='));
    if (name == "--") break;
    if (!name.starts_with("--") || holds(known, name)) continue;
    for (const auto* other : app.get_subcommands([](CLI::App*) { return true; }))
      if (holds(option_names(*other), name)) return fmt::format("{} is an option of 'protokoll {}'", name, other->get_name());
    const auto meant = nearest_name(name, std::vector<std::string_view>(known.begin(), known.end()));
    return fmt::format("unknown option {}{}", name, meant.empty() ? "" : fmt::format("; did you mean {}?", meant));
  }
  return {};
}

}  // namespace protokoll::cli

#include "cli/shell/tables.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"

namespace protokoll::cli::shell {
namespace {

std::string usage_of(const CLI::Option& option) {
  const auto name = option.get_name() + (option.get_items_expected_max() > 1 ? "..." : "");
  return option.get_required() ? name : fmt::format("[{}]", name);
}

CommandTable table_of(const CLI::App& app, std::string_view summary, std::string_view examples) {
  CommandTable table{.name = app.get_parent() ? app.get_name() : "", .summary = std::string(summary), .examples = std::string(examples)};
  for (const auto* option : app.get_options([](const CLI::Option*) { return true; })) {
    if (option->get_group().empty()) continue;  // hidden from --help, too
    if (option->get_positional()) {
      table.arguments += (table.arguments.empty() ? "" : " ") + usage_of(*option);
      table.arguments_summary += (table.arguments_summary.empty() ? "" : "; ") + option->get_description();
      table.argument = value_of(app, *option);
      continue;
    }
    if (app.get_parent() && option == app.get_help_ptr()) continue;  // the program's own tells of it
    OptionTable row{.summary = option->get_description(), .value = value_of(app, *option)};
    for (const auto& name : option->get_snames()) row.names.push_back("-" + name);
    for (const auto& name : option->get_lnames()) row.names.push_back("--" + name);
    if (row.value.kind != Kind::none) row.placeholder = option->get_option_text().empty() ? "VALUE" : option->get_option_text();
    table.options.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Tables tables_of(const CLI::App& command) {
  const auto* program = &command;
  while (program->get_parent()) program = program->get_parent();
  Tables tables{.program = table_of(*program, program->get_description(), program->get_footer())};
  for (const auto* entry : commands()) tables.commands.push_back(table_of(*program->get_subcommand(std::string(entry->name)), entry->summary, entry->examples));
  return tables;
}

const CommandTable& default_of(const Tables& tables) {
  return *std::find_if(tables.commands.begin(), tables.commands.end(), [](const CommandTable& table) { return table.name == default_command; });
}

}  // namespace protokoll::cli::shell

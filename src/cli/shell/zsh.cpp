#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/shell/scripts.hpp"

namespace protokoll::cli::shell {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// As a part of a specification of _arguments or _describe.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += (c == ':' || c == '[' || c == ']' || c == '\\' ? "\\" : "") + std::string(1, c);
  return out;
}

std::string list(const std::vector<Offer>& offers) {
  std::string out;
  for (const auto& offer : offers) out += fmt::format("\n    {}", in_quotes(escaped(offer.word) + (offer.summary.empty() ? "" : ":" + offer.summary)));
  return out;
}

// The part of a specification that tells what a value may be; words are offered by a function, which is put into `functions`.
std::string action(const std::string& name, const Value& value, std::string& functions) {
  if (value.kind == Kind::files) return "_files";
  if (value.offers.empty()) return " ";
  const auto function = "_protokoll_" + name;
  functions += fmt::format("{}() {{\n  local -a offers=({})\n  {}_describe -t values value offers{}\n}}\n\n", function, list(value.offers), value.kind == Kind::lists ? "compset -P '*,'\n  " : "",
                           value.kind == Kind::lists ? " -S ''" : "");
  return function;
}

std::string specifications(const CommandTable& command, std::string& functions) {
  std::string out;
  for (const auto& option : command.options) {
    std::string value;
    if (option.value.kind != Kind::none)
      value = fmt::format(":{}:{}", escaped(option.placeholder), action(command.name + "_" + option.names.back().substr(option.names.back().find_last_of('-') + 1), option.value, functions));
    for (const auto& name : option.names) out += fmt::format(" \\\n        {}", in_quotes(fmt::format("*{}{}[{}]{}", name, value.empty() || !name.starts_with("--") ? "" : "=", escaped(option.summary), value)));
  }
  return out;
}

std::string argument(const CommandTable& command, std::string& functions) {
  if (command.argument.kind == Kind::none) return {};
  const auto offered = command.name == default_command ? "_protokoll_first" : action(command.name, command.argument, functions);
  return fmt::format(" \\\n        {}", in_quotes(fmt::format("*:{}:{}", "argument", offered)));
}

// Only words of the command line that may still name a command are followed by the commands' names.
constexpr std::string_view first = R"(_protokoll_first() {
  (( named )) || _describe -t commands command commands
  _files
}

)";

}  // namespace

std::string zsh_completions(const Tables& tables) {
  std::string functions, cases, names;
  const auto shared = specifications(tables.program, functions);
  std::vector<Offer> commands;
  for (const auto& command : tables.commands) {
    commands.push_back({command.name, command.summary});
    names += (names.empty() ? "" : "|") + command.name;
    cases += fmt::format("    {})\n      _arguments -s -S{}{}{} ;;\n", command.name, specifications(command, functions), shared, argument(command, functions));
  }
  std::string out = "#compdef protokoll\n# Completions of protokoll for zsh. Written by: protokoll completions zsh\n\n" + functions + std::string(first);
  out += fmt::format("_protokoll() {{\n  local command={} named=0 at\n  local -a commands=({})\n", default_command, list(commands));
  out += fmt::format("  for (( at = 2; at < CURRENT; at++ )); do\n    case $words[at] in\n      {})\n        command=$words[at] named=1\n", names);
  out += "        words[at]=()\n        (( CURRENT-- ))\n        break ;;\n      --color) (( at++ )) ;;\n      -*) ;;\n      *) named=1; break ;;\n    esac\n  done\n";
  return out + "  case $command in\n" + cases + "  esac\n}\n\n_protokoll \"$@\"\n";
}

}  // namespace protokoll::cli::shell

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/shell/scripts.hpp"

namespace protokoll::cli::shell {
namespace {

constexpr std::string_view head = R"(# Completions of protokoll for fish. Written by: protokoll completions fish

function __protokoll_named
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case $__protokoll_commands
                echo $words[1]
                return
            case --color
                set -e words[1]
            case '-*'
            case '*'
                echo $argv[1]
                return
        end
        set -e words[1]
    end
end

function __protokoll_in
    set -l named (__protokoll_named $argv[2])
    test "$named" = $argv[1]; or test -z "$named" -a $argv[1] = $argv[2]
end

)";

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += (c == '\'' || c == '\\' ? "\\" : "") + std::string(1, c);
  return out + "'";
}

std::string function_of(const std::string& name, const std::vector<Offer>& offers) {
  auto out = fmt::format("function {}\n    printf '%s\\t%s\\n'", name);
  for (const auto& offer : offers) out += fmt::format(" \\\n        {} {}", in_quotes(offer.word), in_quotes(offer.summary));
  return out + "\nend\n\n";
}

// The flags of `complete` that tell what a value may be.
std::string value_flags(const std::string& name, const Value& value, std::string& functions) {
  if (value.kind == Kind::none) return {};
  if (value.kind == Kind::files) return " -r -F";
  if (value.offers.empty()) return " -x";
  const auto function = "__protokoll_" + name;
  functions += function_of(function, value.offers);
  return fmt::format(" -x -a '({}{})'", value.kind == Kind::lists ? "__fish_complete_list , " : "", function);
}

std::string complete(const CommandTable& command, std::string& functions) {
  const auto when = command.name.empty() ? "" : fmt::format(" -n '__protokoll_in {} {}'", command.name, default_command);
  std::string out;
  for (const auto& option : command.options) {
    out += "complete -c protokoll" + when;
    for (const auto& name : option.names) out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    const auto& last = option.names.back();
    out += value_flags(command.name + "_" + last.substr(last.find_last_of('-') + 1), option.value, functions);
    out += fmt::format(" -d {}\n", in_quotes(option.summary));
  }
  if (command.argument.kind == Kind::words) out += fmt::format("complete -c protokoll{} -f{}\n", when, value_flags(command.name, command.argument, functions).substr(3));
  return out;
}

}  // namespace

std::string fish_completions(const Tables& tables) {
  std::string functions, completions, names;
  std::vector<Offer> commands;
  completions += complete(tables.program, functions);
  for (const auto& command : tables.commands) {
    commands.push_back({command.name, command.summary});
    names += " " + command.name;
    completions += complete(command, functions);
  }
  functions += function_of("__protokoll_all_commands", commands);
  return fmt::format("{}set -g __protokoll_commands{}\n\n{}complete -c protokoll -n 'test -z (__protokoll_named {})' -a '(__protokoll_all_commands)'\n{}", head, names, functions,
                     default_command, completions);
}

}  // namespace protokoll::cli::shell

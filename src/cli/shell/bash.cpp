#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/shell/scripts.hpp"

namespace protokoll::cli::shell {
namespace {

// Readline gives --to=json as three words. What is offered nothing falls back to the names of files, as `complete -o default` says.
constexpr std::string_view head = R"(# Completions of protokoll for bash. Written by: protokoll completions bash

_protokoll_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }

_protokoll_lists() {
  local front=
  [[ $cur != *,* ]] || front=${cur%,*},
  mapfile -t COMPREPLY < <(compgen -P "$front" -W "$1" -- "${cur##*,}")
  compopt -o nospace 2>/dev/null
}

_protokoll_any() { compopt +o default +o bashdefault 2>/dev/null; }

_protokoll_first() {
  local files
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
  mapfile -t files < <(compgen -f -- "$cur")
  COMPREPLY+=("${files[@]}")
  compopt -o filenames 2>/dev/null
}

_protokoll() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= at
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
)";

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : std::string(between)) + word;
  return out;
}

std::string words_of(const Value& value) {
  std::string out;
  for (const auto& offer : value.offers) out += (out.empty() ? "" : " ") + offer.word;
  return out;
}

std::vector<std::string> names_of(const std::vector<CommandTable>& commands) {
  std::vector<std::string> names;
  for (const auto& command : commands) names.push_back(command.name);
  return names;
}

std::string offer(const Value& value) {
  switch (value.kind) {
    case Kind::words: return fmt::format("_protokoll_words '{}'", words_of(value));
    case Kind::lists: return fmt::format("_protokoll_lists '{}'", words_of(value));
    case Kind::any: case Kind::none: return "_protokoll_any";
    case Kind::files: break;
  }
  return ":";
}

// A pattern of `case "$command:$prev"`.
std::string pattern(const CommandTable& command, const OptionTable& option) {
  std::string out;
  for (const auto& name : option.names) {
    out += fmt::format("{}{}:{}", out.empty() ? "" : " | ", command.name.empty() ? "*" : command.name, name);
    if (command.name == default_command) out += fmt::format(" | :{}", name);
  }
  return out;
}

std::string values(const CommandTable& command) {
  std::string out;
  for (const auto& option : command.options)
    if (option.value.kind != Kind::none) out += fmt::format("    {}) {}; return ;;\n", pattern(command, option), offer(option.value));
  return out;
}

std::string options(const CommandTable& command, const CommandTable& program) {
  std::vector<std::string> names;
  for (const auto* table : {&command, &program})
    for (const auto& option : table->options)
      for (const auto& name : option.names)
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return joined(names, " ");
}

}  // namespace

std::string bash_completions(const Tables& tables) {
  const auto commands = names_of(tables.commands);
  std::string out(head);
  out += fmt::format("  for ((at = 1; at < COMP_CWORD; at++)); do\n    case ${{COMP_WORDS[at]}} in\n      {}) command=${{COMP_WORDS[at]}}; break ;;\n", joined(commands, " | "));
  out += "      --color) ((at++)) ;;\n      -*) ;;\n";
  out += fmt::format("      *) command={}; break ;;\n    esac\n  done\n", default_command);
  out += "  case $command:$prev in\n";
  out += values(tables.program);
  for (const auto& command : tables.commands) out += values(command);
  out += "  esac\n  if [[ $cur == -* ]]; then\n    case $command in\n";
  for (const auto& command : tables.commands)
    out += fmt::format("      {}{}) _protokoll_words '{}' ;;\n", command.name, command.name == default_command ? " | ''" : "", options(command, tables.program));
  out += "    esac\n    return\n  fi\n  case $command in\n";
  out += fmt::format("    '') _protokoll_first '{}' ;;\n", joined(commands, " "));
  for (const auto& command : tables.commands)
    if (command.argument.kind != Kind::files) out += fmt::format("    {}) {} ;;\n", command.name, offer(command.argument));
  return out + "  esac\n}\ncomplete -o bashdefault -o default -F _protokoll protokoll\n";
}

}  // namespace protokoll::cli::shell

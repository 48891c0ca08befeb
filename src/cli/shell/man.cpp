#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/shell/scripts.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli::shell {
namespace {

// groff_char(7): what groff would otherwise turn into typographic characters or read as a request.
std::string_view spelled(char c) {
  switch (c) {
    case '\\': return "\\e";
    case '-': return "\\-";
    case '\'': return "\\(aq";
    case '`': return "\\(ga";
    case '^': return "\\(ha";
    case '~': return "\\(ti";
    case '"': return "\\(dq";
    default: return {};
  }
}

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '.' && (out.empty() || out.back() == '\n')) out += "\\&";
    if (const auto name = spelled(c); !name.empty()) out += name;
    else out += c;
  }
  return out;
}

std::string paragraph(std::string_view text) { return roff(text) + "\n"; }

std::string option_entry(const OptionTable& option) {
  std::string names;
  for (const auto& name : option.names) names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff(name));
  if (!option.placeholder.empty()) names += fmt::format(" \\fI{}\\fR", roff(option.placeholder));
  return fmt::format(".TP\n{}\n{}", names, paragraph(option.summary));
}

std::string examples(std::string text) {
  constexpr std::string_view heading = "Examples:\n";
  if (text.starts_with(heading)) text.erase(0, heading.size());
  while (text.ends_with('\n')) text.pop_back();
  return text.empty() ? "" : fmt::format(".nf\n{}\n.fi\n", roff(text));
}

std::string command_entry(const CommandTable& command) {
  auto out = fmt::format(".SS \"protokoll {}{}{}{}\"\n{}", roff(command.name), command.options.empty() ? "" : " [OPTIONS]", command.arguments.empty() ? "" : " ",
                         roff(command.arguments), paragraph(command.summary + "."));
  if (!command.arguments_summary.empty()) out += fmt::format(".TP\n\\fI{}\\fR\n{}", roff(command.arguments), paragraph(command.arguments_summary));
  for (const auto& option : command.options) out += option_entry(option);
  return out + (command.examples.empty() ? "" : ".PP\n" + examples(command.examples));
}

std::string synopsis(const CommandTable& command) {
  const bool may_be_left_out = command.name == default_command;
  auto line = "\\fBprotokoll\\fR " + (may_be_left_out ? fmt::format("[\\fB{}\\fR]", command.name) : fmt::format("\\fB{}\\fR", command.name));
  if (!command.options.empty()) line += " [\\fIOPTIONS\\fR]";
  if (!command.arguments.empty()) line += fmt::format(" \\fI{}\\fR", roff(command.arguments));
  return line + "\n";
}

constexpr std::string_view exit_status =
    ".SH \"EXIT STATUS\"\n"
    ".TP\n0\nNothing to complain of.\n"
    ".TP\n1\nFindings (check, verify), or some documents of several could not be read or written.\n"
    ".TP\n2\nUsage, or an input or output that cannot be used.\n";

}  // namespace

std::string manual_page(const Tables& tables) {
  auto summary = tables.program.summary;
  if (summary.ends_with('.')) summary.pop_back();
  std::string out = ".\\\" Written by: protokoll man\n";
  out += fmt::format(".TH PROTOKOLL 1 \"\" \"protokoll {}\" \"User Commands\"\n", roff(version()));
  out += fmt::format(".SH NAME\nprotokoll \\- {}\n", roff(summary));
  out += ".SH SYNOPSIS\n.nf\n";
  for (const auto& command : tables.commands) out += synopsis(command);
  out += ".fi\n.SH DESCRIPTION\n" + paragraph(tables.program.summary);
  out += ".SH OPTIONS\nBefore and behind the name of every command:\n";
  for (const auto& option : tables.program.options) out += option_entry(option);
  out += ".SH COMMANDS\n";
  for (const auto& command : tables.commands) out += command_entry(command);
  out += exit_status;
  out += ".SH FILES\n.TP\n\\fI.protokoll.json\\fR\nSettings of check: the nearest one upwards of a document (see \\fBprotokoll config\\fR).\n";
  return out + ".SH EXAMPLES\n" + examples(tables.program.examples);
}

}  // namespace protokoll::cli::shell

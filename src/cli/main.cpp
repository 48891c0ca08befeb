#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/mistyped.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli {
namespace {

constexpr std::string_view description = "Turns the markup of meeting minutes into data.";

constexpr std::string_view examples = R"(Examples:
  protokoll minutes.html                     JSON on standard output
  protokoll minutes.md -o minutes.csv        the agenda as a table
  curl -s URL | protokoll --to markdown      from standard input
  protokoll --to csv --rows decisions *.html every decision of many minutes
  protokoll verify minutes.html              proof that no text was lost
)";

/// The arguments with the default command in front, if they name no command.
std::vector<std::string> with_command(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  std::size_t at = 0;
  bool first = true;  // no word before may be an option's value
  for (; at < arguments.size() && arguments[at].starts_with('-') && arguments[at] != "-" && arguments[at] != "--"; ++at) {
    const auto& option = arguments[at];
    if (option == "--help" || option == "-h" || option == "--version") return {option};
    if (option == "--color") ++at;
    else first = first && (option == "-q" || option == "--quiet" || option == "-v" || option == "--verbose" || option.starts_with("--color="));
  }
  const auto* command = at < arguments.size() ? command_of(arguments[at], first ? Slips::refused : Slips::ignored) : nullptr;
  if (command) arguments[at] = command->name;
  else arguments.insert(arguments.begin(), std::string(default_command));
  return arguments;
}

/// Examples come first: they are what most people look for.
class Help : public CLI::Formatter {
 public:
  std::string make_description(const CLI::App* app) const override { return CLI::Formatter::make_description(app) + CLI::Formatter::make_footer(app); }
  std::string make_footer(const CLI::App*) const override { return {}; }
};

struct Globals {
  std::string color = "auto";
  bool quiet = false;
  bool verbose = false;
};

void declare(CLI::App& app, Globals& globals) {
  app.description(std::string(description));
  app.footer(std::string(examples));
  app.set_version_flag("--version", fmt::format("protokoll {}", version()));
  option(app, "--color", globals.color, "Colour in messages: auto, always or never")
      .one_of("value", {"auto", "always", "never"})
      .shown_as("WHEN");
  flag(app, "-q,--quiet", globals.quiet, "No diagnostics on standard error");
  flag(app, "-v,--verbose", globals.verbose, "Diagnostics of severity note, too");
  app.require_subcommand(0, 1);
  app.fallthrough();
  const auto help = std::make_shared<Help>();
  help->column_width(28);
  app.formatter(help);
}

Messages messages_for(const Globals& globals) {
  Messages messages;
  messages.set_color(globals.color == "always" ? Color::always : globals.color == "never" ? Color::never : Color::automatic);
  messages.set_volume(globals.quiet ? Volume::quiet : globals.verbose ? Volume::verbose : Volume::normal);
  return messages;
}

int run(int argc, char** argv) {
  CLI::App app{"", "protokoll"};
  Globals globals;
  declare(app, globals);
  std::map<CLI::App*, std::function<int(Session&)>> runs;
  for (const auto* command : commands()) {
    auto* sub = app.add_subcommand(std::string(command->name), std::string(command->summary));
    runs[sub] = command->setup(*sub);
    sub->fallthrough();
    if (!command->examples.empty()) sub->footer(fmt::format("Examples:\n{}\n", command->examples));
  }
  if (argc < 2 && ::isatty(STDIN_FILENO)) {
    fmt::print("{}", app.help());
    return clean;
  }
  const auto arguments = with_command(argc, argv);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    const auto mistyped = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) ? unknown_option(app, arguments) : std::string();
    const std::string fault = mistyped.empty() ? error.what() : mistyped;
    messages_for(globals).error(fmt::format("{}{} --help tells more", fault, fault.ends_with('?') ? "" : ";"));
    return unusable;
  }
  const auto chosen = app.get_subcommands();
  if (chosen.empty()) return clean;
  auto messages = messages_for(globals);
  Session session{messages};
  return runs.at(chosen.front())(session);
}

/// Keeps the numbers of the three standard streams from being given to a document where the caller has closed one. What is written
/// to such a stream fails as before.
void occupy_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) != stream) throw Unusable("/dev/null: cannot be opened");
}

/// Help and version go through the C library's buffer, where errors show late.
int flushed(int status) {
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  if (written || errno == EPIPE) return status;
  throw Unusable(fmt::format("standard output: cannot be written: {}", std::strerror(errno)));
}

}  // namespace
}  // namespace protokoll::cli

int main(int argc, char** argv) {
  using namespace protokoll::cli;
  // A closed pipe then shows as an error of write(), which Output turns into a quiet end.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // likewise a limit of file size
  const Messages messages;
  try {
    occupy_closed_streams();
    return flushed(run(argc, argv));
  } catch (const ClosedPipe&) {
    return clean;
  } catch (const std::bad_alloc&) {
    messages.error("out of memory");
  } catch (const std::exception& error) {
    messages.error(error.what());
  }
  return unusable;
}

#include <fmt/format.h>

#include <memory>

#include "cli/check/settings.hpp"
#include "cli/command.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  std::string file = "./minutes";
  SettingFlags flags;
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out.empty() ? "-" : out;
}

int run(const Options& options) {
  const auto settings = Configurations(options.flags).settings_for(options.file);
  static_cast<void>(settings.options());
  Output output;
  const auto line = [&](std::string_view what, std::string_view value, std::string_view from) { output.write(fmt::format("{:<12} {:<24} ({})\n", what, value, from)); };
  line("config", settings.file.empty() ? "-" : settings.file, settings.file.empty() ? "no .protokoll.json upwards" : "nearest upwards");
  line("profile", settings.profile.value, settings.profile.from);
  line("language", settings.language.value, settings.language.from);
  line("select", joined(settings.select.value), settings.select.from);
  line("ignore", joined(settings.ignore.value), settings.ignore.from);
  for (const auto& [rule, severity] : settings.severity) line("severity", rule + " " + severity.value, severity.from);
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_config;
const Command command_config{"config", "Print what is in force for a document and where it comes from", "  protokoll config archive/2019/minutes.md", [](CLI::App& app) -> std::function<int(Session&)> {
                               const auto options = std::make_shared<Options>();
                               option(app, "FILE", options->file, "The document, which need not exist; default: any in this folder").shown_as(" ");
                               option(app, "-p,--profile", options->flags.profile, "As for check").shown_as("NAME");
                               option(app, "--select", options->flags.select, "As for check").with_commas().shown_as("RULES");
                               option(app, "--ignore", options->flags.ignore, "As for check").with_commas().shown_as("RULES");
                               option(app, "--config", options->flags.config, "As for check").shown_as("PATH");
                               return [options](Session&) { return run(*options); };
                             }};

}  // namespace protokoll::cli

#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/language_files.hpp"
#include "cli/output.hpp"

namespace protokoll::cli {
namespace {

int run(const LanguageFiles& files) {
  const auto languages = files.load();
  Output output;
  for (const auto& entry : languages->list()) output.write(fmt::format("{:<10} {}\n", entry.name, entry.summary));
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_languages;
const Command command_languages{
    "languages", "List the languages that --language takes",
    "  protokoll languages\n"
    "  protokoll languages --language-file my.json    is my file sound?",
    [](CLI::App& app) -> std::function<int(Session&)> {
      const auto files = std::make_shared<LanguageFiles>();
      files->declare(app);
      return [files](Session&) { return run(*files); };
    }};

}  // namespace protokoll::cli

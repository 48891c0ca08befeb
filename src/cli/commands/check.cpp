#include <memory>

#include "cli/check/report.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"

namespace protokoll::cli {
namespace {

struct Options {
  std::vector<std::string> files;
};

int run(const Options& options, Session&) {
  Output output;
  for (const auto& path : options.files) {
    const auto input = read_input(path);
    const auto result = check(input.bytes, read(input.bytes, {.name = input.name, .observe = true}));
    CheckedFile file{input.name, input.bytes, {}};
    for (const auto& d : result.findings) {
      const auto rule = find_rule(d.id);
      file.findings.push_back({d, rule ? std::string(rule->name) : d.id, {}, {}, {}, false});
    }
    std::string out;
    for (const auto* report : reports())
      if (report->name == "text") report->file(file, true, {}, out);
    output.write(out);
  }
  output.finish();
  return clean;
}

}  // namespace

extern const Command command_check;
const Command command_check{"check", "Check minutes as linters check code", "  protokoll check minutes.md", [](CLI::App& app) -> std::function<int(Session&)> {
                              const auto options = std::make_shared<Options>();
                              app.add_option("FILE", options->files, "Documents; - is standard input")->option_text("...");
                              return [options](Session& session) { return run(*options, session); };
                            }};

}  // namespace protokoll::cli

#include "cli/language_files.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/option.hpp"

namespace protokoll::cli {

void LanguageFiles::declare(CLI::App& app) {
  option(app, "--language-file", paths_, "A language of your own, or words added to one (may be repeated)").one_each().shown_as("FILE");
}

std::unique_ptr<Languages> LanguageFiles::load() const {
  auto languages = std::make_unique<Languages>();
  std::vector<std::string> contents;
  for (const auto& path : paths_) {
    contents.push_back(read_input(path).bytes);
    try {
      // Made anew with every file, so that the message can name the one at fault; a later file may build on an earlier one.
      languages = std::make_unique<Languages>(contents);
    } catch (const std::invalid_argument& fault) {
      throw Unusable(fmt::format("{}: {}", path, fault.what()));
    }
  }
  return languages;
}

}  // namespace protokoll::cli

#include "cli/read_flags.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/input.hpp"
#include "cli/option.hpp"

namespace protokoll::cli {

void declare(CLI::App& app, ReadFlags& flags) {
  option(app, "--dialect,--from", flags.options.dialect, "Markup of the input (see: protokoll dialects)").shown_as("NAME");
  option(app, "--language", flags.options.language, "Language of the minutes (see: protokoll languages); a region (en-GB, en-US) settles the order in 02/03/2021").shown_as("TAG");
  flags.language_files.declare(app);
  option(app, "--weights", flags.weights_folder, "Weights of your own fitting instead of those built in: a folder of QUESTION.json").shown_as("FOLDER").hidden();
  option(app, "--max-bytes", flags.options.max_bytes, "Read no more of a document than this; 256MB if not said")
      .size_up_to(largest_document)
      .shown_as("SIZE");
}

namespace {

std::shared_ptr<const Questions> load_weights(const std::string& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator(folder, trouble))
    if (entry.path().extension() == ".json") files.emplace_back(entry.path().stem(), read_input(entry.path()).bytes);
  if (files.empty()) throw Unusable(fmt::format("{}: no folder with files of weights", folder));
  return make_questions(files);
}

}  // namespace

void prepare(ReadFlags& flags) {
  if (!flags.weights_folder.empty()) flags.weights = load_weights(flags.weights_folder);
  flags.options.weights = flags.weights.get();
  flags.languages = flags.language_files.load();
  flags.options.languages = flags.languages.get();
  // Where nothing is named there is nothing to refuse, and the language read for it may be one that no document needs.
  if (flags.options.language != "auto" || flags.options.dialect != "auto") static_cast<void>(read({}, flags.options));
}

}  // namespace protokoll::cli

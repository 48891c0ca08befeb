#include "cli/read_flags.hpp"

#include "cli/input.hpp"

namespace protokoll::cli {

void declare(CLI::App& app, ReadFlags& flags) {
  app.add_option("--dialect,--from", flags.options.dialect, "Markup of the input (see: protokoll dialects)")->option_text("NAME");
  app.add_option("--language", flags.options.language, "Language of the minutes (see: protokoll languages); a region (en-GB, en-US) settles the order in 02/03/2021")->option_text("TAG");
  flags.language_files.declare(app);
  app.add_option("--max-bytes", flags.options.max_bytes, "Read no more of a document than this; 256MB if not said")
      ->transform(CLI::AsSizeValue(false) & CLI::Range(largest_document))
      ->option_text("SIZE");
}

void prepare(ReadFlags& flags) {
  flags.languages = flags.language_files.load();
  flags.options.languages = flags.languages.get();
  static_cast<void>(read({}, flags.options));
}

}  // namespace protokoll::cli

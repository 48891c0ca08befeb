/// The options of every command that reads documents: their markup, language and size.
#pragma once

#include <memory>

#include "cli/cli11.hpp"
#include "cli/language_files.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli {

struct ReadFlags {
  ReadOptions options;
  LanguageFiles language_files;
  std::unique_ptr<Languages> languages;  ///< these two: what `options` points to
  std::shared_ptr<const Questions> weights;
  std::string weights_folder;
};

void declare(CLI::App& app, ReadFlags& flags);

/// Reads the language files. Unknown names are refused here, before any document is touched: throws Unusable or std::invalid_argument.
void prepare(ReadFlags& flags);

}  // namespace protokoll::cli

/// The option --language-file: languages of the user's own, beside those built in.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/cli11.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli {

class LanguageFiles {
 public:
  void declare(CLI::App& app);
  /// Reads the files that were named. Throws Unusable with the file's name and the key at fault.
  [[nodiscard]] std::unique_ptr<Languages> load() const;
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

 private:
  std::vector<std::string> paths_;
};

}  // namespace protokoll::cli

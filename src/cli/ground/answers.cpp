#include "cli/ground/answers.hpp"

#include <filesystem>

namespace protokoll::cli {

std::optional<std::string> answer_beside(const std::string& document) {
  const std::filesystem::path path(document);
  for (auto name : {path.string() + ".answer.json", (path.parent_path() / path.stem()).string() + ".answer.json"}) {
    std::error_code ignored;
    if (std::filesystem::exists(name, ignored)) return name;
  }
  return std::nullopt;
}

}  // namespace protokoll::cli

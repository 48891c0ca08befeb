#include "cli/batch/output_names.hpp"

#include <fmt/format.h>

#include "cli/batch/digest.hpp"

namespace protokoll::cli::batch {

std::string inside(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    if (part.empty() || part == "." || part == "..") continue;
    if (!result.empty()) result += '/';
    result += part;
  }
  return result;
}

std::string_view without_extension(std::string_view name) {
  const auto begin = name.rfind('/') + 1;
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot <= begin ? name : name.substr(0, dot);
}

std::string OutputNames::take(std::string_view name) {
  if (name.empty()) name = "document";
  auto candidate = fmt::format("{}.{}", without_extension(name), extension_);
  if (!taken_.insert(hash64(candidate)).second) candidate = fmt::format("{}.{}", name, extension_);
  else return candidate;
  for (std::size_t count = 2; !taken_.insert(hash64(candidate)).second; ++count) candidate = fmt::format("{}.{}.{}", name, count, extension_);
  return candidate;
}

}  // namespace protokoll::cli::batch

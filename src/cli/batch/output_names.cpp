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

void GivenNames::add(std::uint64_t document, std::uint64_t name, unsigned number) {
  // A document that changed stands in a manifest again.
  if (names_.insert(name).second) of_document_.emplace(document, Given{name, number});
}

std::string OutputNames::candidate(std::string_view name, unsigned number) const {
  if (number == 0) return fmt::format("{}.{}", without_extension(name), extension_);
  return number == 1 ? fmt::format("{}.{}", name, extension_) : fmt::format("{}.{}.{}", name, number, extension_);
}

OutputName OutputNames::take(std::string_view name, std::uint64_t key) {
  if (name.empty()) name = "document";
  OutputName kept;
  const auto [begin, end] = given_.of_document_.equal_range(key);
  for (auto before = begin; before != end; ++before) {
    if (taken_.contains(before->second.name)) continue;
    // Manifests of older versions tell no number.
    for (const auto number : {before->second.number, 1U}) {
      auto text = candidate(name, number);
      if (hash64(text) == before->second.name && (kept.name.empty() || number < kept.number)) kept = {std::move(text), number};
    }
  }
  if (!kept.name.empty()) {
    taken_.insert(hash64(kept.name));
    return kept;
  }
  for (unsigned number = 0;; ++number) {
    auto text = candidate(name, number);
    const auto print = hash64(text);
    if (!given_.has(print) && taken_.insert(print).second) return {std::move(text), number};
  }
}

}  // namespace protokoll::cli::batch

#include "cli/batch/duplicates.hpp"

namespace protokoll::cli::batch {

std::string_view Duplicates::find_or_add(const std::string& digest, const std::string& name) {
  const auto key = digest.substr(0, digest.size() / 2);
  if (const auto found = names_.find(key); found != names_.end()) return found->second;
  if (full()) return {};
  // What an entry costs beside its characters: two strings, the node and its bucket.
  constexpr std::size_t overhead = 112;
  bytes_ += key.size() + name.size() + overhead;
  names_.emplace(key, name);
  return {};
}

}  // namespace protokoll::cli::batch

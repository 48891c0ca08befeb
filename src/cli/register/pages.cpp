#include "cli/register/pages.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "cli/command.hpp"

namespace protokoll::cli {
namespace {

namespace fs = std::filesystem;

/// The digest that the head of a page names, or empty.
std::string digest_in(const fs::path& path) {
  constexpr std::size_t head_size = 2048, digest_size = 64;
  std::string head(head_size, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  constexpr std::string_view mark = "<meta name=\"protokoll:sha256\" content=\"";
  const auto begin = head.find(mark);
  return begin == std::string::npos ? std::string() : head.substr(begin + mark.size(), digest_size);
}

}  // namespace

registers::AnnotatedPages find_pages(const std::string& folder) {
  std::error_code error;
  std::set<fs::path> paths;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".html" && at->is_regular_file(error)) paths.insert(at->path());
  if (error) throw Unusable(fmt::format("{}: cannot look for pages there: {}", folder, error.message()));
  registers::AnnotatedPages pages;
  for (const auto& path : paths)
    if (auto digest = digest_in(path); !digest.empty()) pages.emplace(std::move(digest), path.string());
  return pages;
}

}  // namespace protokoll::cli

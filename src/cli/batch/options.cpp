#include "cli/batch/options.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>

#include "cli/command.hpp"
#include "cli/option.hpp"

namespace protokoll::cli::batch {

void declare(CLI::App& app, Options& options) {
  option(app, "FILE", options.inputs, "Documents, and folders of files with extensions of minutes (see: protokoll dialects); - is standard input").shown_as("...");
  option(app, "--include", options.include, "Of folders and lists, only and all files that match (with a / the whole path must; may be repeated)")
      .one_each()
      .shown_as("GLOB");
  option(app, "--exclude", options.exclude, "Of folders and lists, no files and folders that match (may be repeated)").one_each().shown_as("GLOB");
  option(app, "--files-from", options.files_from, "Names of documents, one a line; - is standard input").shown_as("FILE");
  flag(app, "-0,--null", options.null_separated, "Names in --files-from end with NUL, as find -print0 writes them");
  option(app, "--shard", options.shard, "Only part K of N, told by the names alone: for many machines").shown_as("K/N");
  option(app, "-j,--jobs", options.jobs, "Threads (default: one per core); results are the same for every number").at_most(1024).shown_as("N");
  flag(app, "--fail-fast", options.fail_fast, "Stop at the first document that fails");
  option(app, "--errors", options.errors, "Write what failed to this file, as NDJSON").shown_as("PATH");
  option(app, "--progress", options.progress, "Progress bar on standard error: auto, always or never")
      .one_of("value", {"auto", "always", "never"})
      .shown_as("WHEN");
}

Shard parse_shard(const std::string& text) {
  if (text.empty()) return {};
  Shard shard;
  const auto* end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, shard.number);
  if (number.ec == std::errc{} && number.ptr != end && *number.ptr == '/') {
    const auto count = std::from_chars(number.ptr + 1, end, shard.count);
    if (count.ec == std::errc{} && count.ptr == end && shard.number >= 1 && shard.number <= shard.count) return shard;
  }
  throw Unusable(fmt::format("--shard {}: say K/N, part K of N parts, for example 2/8", text));
}

std::vector<std::string> without_effect(const Options& options) {
  std::vector<std::string> said;
  if (options.null_separated && options.files_from.empty()) said.emplace_back("--null has no effect without --files-from");
  if (is_archive(options)) return said;
  if (!options.include.empty()) said.emplace_back("--include has no effect without a folder or a list: what is named is always read");
  if (!options.exclude.empty()) said.emplace_back("--exclude has no effect without a folder or a list: what is named is always read");
  return said;
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_archive(const Options& options) { return !options.files_from.empty() || std::any_of(options.inputs.begin(), options.inputs.end(), is_folder); }

}  // namespace protokoll::cli::batch

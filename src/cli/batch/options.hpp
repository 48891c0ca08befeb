/// The options of every command that takes many documents.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/cli11.hpp"

namespace protokoll::cli::batch {

/// Part `number` (from 1) of `count` parts of a list of documents.
struct Shard {
  std::uint64_t number = 1;
  std::uint64_t count = 1;
};

struct Options {
  std::vector<std::string> inputs;            ///< files and folders; "-" is standard input
  std::vector<std::string> include, exclude;  ///< globs of fnmatch(3)
  std::string files_from;                     ///< a file of names, "-" for standard input, or empty
  std::shared_ptr<const std::string> held_list;  ///< its content where that came from standard input and had to be read beforehand
  bool null_separated = false;                ///< names in that file end with NUL
  std::string shard;                          ///< "K/N" or empty
  unsigned jobs = 0;                          ///< threads; 0: one per core
  bool fail_fast = false;
  std::string errors;                         ///< file for failures as NDJSON, or empty
  std::string progress = "auto";
};

void declare(CLI::App& app, Options& options);

/// The part that `text` ("K/N") names, the whole if it is empty. Throws Unusable if it names none.
[[nodiscard]] Shard parse_shard(const std::string& text);

/// A sentence for each option that changes nothing beside the others.
[[nodiscard]] std::vector<std::string> without_effect(const Options& options);

/// Whether the options ask for more than a handful of named files: a folder, or a list of names.
[[nodiscard]] bool is_archive(const Options& options);
/// Whether a path names a folder that is there.
[[nodiscard]] bool is_folder(const std::string& path);

}  // namespace protokoll::cli::batch

/// The documents that files, folders and lists name, one after the other, in an order that depends on their names alone.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <fstream>
#include <istream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/batch/options.hpp"

namespace protokoll::cli::batch {

/// A document and where it belongs.
struct Found {
  std::string path;     ///< to open it; what messages call it
  std::string name;     ///< its place in a tree of outputs: relative, without "." and ".."
  bool asked = false;   ///< named on the command line, not found in a folder or list
  std::string trouble;  ///< why there is no document (a folder that cannot be read), or empty
};

/// What a walk passed by.
struct LeftOut {
  std::size_t hidden = 0, unmatched = 0, special = 0;  ///< special: devices, pipes, links to folders
  std::size_t other_kinds = 0;                         ///< files in folders that no reader names by their extension
  std::map<std::string, std::size_t> extensions;       ///< of those, as far as there is room
  bool own_folder = false;                             ///< the folder of outputs lies in one that was walked
};

/// A device and inode: one file under any name.
using FileId = std::pair<dev_t, ino_t>;
[[nodiscard]] std::optional<FileId> file_id(const std::string& path);
/// In bytes; 0 for what is no file.
[[nodiscard]] std::size_t file_size(const std::string& path);

/// Holds one folder's names at a time (and those of the folders around it), not the whole list.
class Walk {
 public:
  /// `outputs` are files and folders that runs like this one wrote and that are therefore not read.
  Walk(const Options& options, std::vector<FileId> outputs);

  [[nodiscard]] std::optional<Found> next();
  [[nodiscard]] const LeftOut& left_out() const { return left_out_; }

 private:
  struct Folder {
    std::string path, name;
    std::vector<std::string> files, folders;  // sorted, the next one last
  };

  [[nodiscard]] std::optional<Found> step();
  [[nodiscard]] std::optional<std::string> next_input(bool& asked);
  [[nodiscard]] Found enter(std::string path, std::string name);
  void sort_in(Folder& folder, const std::string& entry, unsigned char type);
  [[nodiscard]] bool unwanted(const std::string& path, const std::string& entry) const;
  [[nodiscard]] bool wanted(const std::string& path, const std::string& entry) const;
  /// Without --include: whether a reader names the extension; if not, that is noted.
  [[nodiscard]] bool readable(const std::string& entry);

  const Options& options_;
  Shard shard_;
  std::vector<FileId> outputs_;
  std::vector<Folder> folders_;  // from the outermost
  std::size_t input_ = 0;
  std::vector<std::string> extensions_;  // that readers name
  std::ifstream list_file_;
  std::istringstream held_list_;
  bool list_begins_ = true;
  std::istream* list_ = nullptr;
  LeftOut left_out_;
};

}  // namespace protokoll::cli::batch

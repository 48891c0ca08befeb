/// A folder of outputs that nothing written to it can leave, not even by a symbolic link within.
#pragma once

#include <string>
#include <string_view>

#include "cli/batch/file.hpp"

namespace protokoll::cli::batch {

/// The path of `name` in a folder.
[[nodiscard]] std::string in_folder(const std::string& folder, std::string_view name);

class OutputFolder {
 public:
  /// Makes the folder if need be.
  explicit OutputFolder(const std::string& path);

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Opens a new file that will be called `name` (relative, with folders, which are made) once it is published. Thread-safe.
  [[nodiscard]] FileDescriptor create(const std::string& name) const;
  /// Gives a file from `create` its name.
  void publish(const std::string& name) const;
  void discard(const std::string& name) const;
  /// Whether `name` is a file of so many bytes.
  [[nodiscard]] bool has(const std::string& name, std::size_t bytes) const;
  [[nodiscard]] std::string full(const std::string& name) const;

 private:
  std::string path_;
  FileDescriptor root_;
};

}  // namespace protokoll::cli::batch

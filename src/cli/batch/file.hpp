/// Files by descriptor; what fails throws Unusable with the file's name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "cli/command.hpp"

namespace protokoll::cli::batch {

struct CannotWrite : Unusable {
  CannotWrite(const std::string& path, int number);
  int number;  ///< as errno had it
};

class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~FileDescriptor();

  [[nodiscard]] int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// For reading and writing, created if need be.
[[nodiscard]] FileDescriptor open_file(const std::string& path);
void write_all(const FileDescriptor& file, std::string_view data, const std::string& path);
/// Bytes [offset, offset + size), or fewer where the file ends.
[[nodiscard]] std::string read_at(const FileDescriptor& file, std::size_t offset, std::size_t size);
/// Cuts the file off at `size`; the next write goes there.
void truncate_at(const FileDescriptor& file, std::size_t size, const std::string& path);
void synchronise(const FileDescriptor& file, const std::string& path);
void rename_file(const std::string& from, const std::string& to);
/// Makes renames in the folder of `path` last; what the file system does not offer is not asked for.
void synchronise_folder_of(const std::string& path);

/// Throws CannotWrite with the reason that errno has for `path`.
[[noreturn]] void fail_to_write(const std::string& path);

}  // namespace protokoll::cli::batch

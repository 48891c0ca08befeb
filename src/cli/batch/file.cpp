#include "cli/batch/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace protokoll::cli::batch {

CannotWrite::CannotWrite(const std::string& path, int error) : Unusable(fmt::format("{}: cannot be written: {}", path, std::strerror(error))), number(error) {}

FileDescriptor::~FileDescriptor() {
  if (number_ >= 0) ::close(number_);
}

void fail_to_write(const std::string& path) { throw CannotWrite(path, errno); }

FileDescriptor open_file(const std::string& path) {
  FileDescriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!file) fail_to_write(path);
  return file;
}

void write_all(const FileDescriptor& file, std::string_view data, const std::string& path) {
  while (!data.empty()) {
    const auto written = ::write(file.get(), data.data(), data.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_to_write(path);
    data.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_at(const FileDescriptor& file, std::size_t offset, std::size_t size) {
  std::string data(size, '\0');
  std::size_t used = 0;
  while (used < size) {
    const auto got = ::pread(file.get(), data.data() + used, size - used, static_cast<off_t>(offset + used));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    used += static_cast<std::size_t>(got);
  }
  data.resize(used);
  return data;
}

void truncate_at(const FileDescriptor& file, std::size_t size, const std::string& path) {
  const auto offset = static_cast<off_t>(size);
  if (::ftruncate(file.get(), offset) != 0 || ::lseek(file.get(), offset, SEEK_SET) != offset) fail_to_write(path);
}

void synchronise(const FileDescriptor& file, const std::string& path) {
  if (::fsync(file.get()) != 0) fail_to_write(path);
}

void rename_file(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) fail_to_write(to);
}

void synchronise_folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  const auto folder = slash == std::string::npos ? std::string(".") : path.substr(0, slash + 1);
  const FileDescriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file) static_cast<void>(::fsync(file.get()));
}

}  // namespace protokoll::cli::batch

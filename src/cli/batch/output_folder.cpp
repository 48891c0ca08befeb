#include "cli/batch/output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "cli/batch/digest.hpp"
#include "cli/command.hpp"

namespace protokoll::cli::batch {
namespace {

constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

/// Beside its place and hidden; short, so that a name of any length has room, and the same in the run that goes on after a kill.
std::string temporary(const std::string& name) {
  return fmt::format("{}.protokoll-{:016x}.part", name.substr(0, name.rfind('/') + 1), hash64(name));
}

void make_folders(const std::string& path) {
  for (auto slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
    if (::mkdir(path.substr(0, slash).c_str(), 0777) != 0 && errno != EEXIST) fail_to_write(path);
    if (slash == std::string::npos) return;
  }
}

}  // namespace

std::string in_folder(const std::string& folder, std::string_view name) { return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name); }

OutputFolder::OutputFolder(const std::string& path) : path_(path) {
  make_folders(path);
  root_ = FileDescriptor(::open(path.c_str(), folder_flags));
  if (!root_) fail_to_write(path);
}

std::string OutputFolder::full(const std::string& name) const { return in_folder(path_, name); }

FileDescriptor OutputFolder::create(const std::string& name) const {
  FileDescriptor folder;
  for (auto slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1)) {
    const auto begin = folder ? name.rfind('/', slash - 1) + 1 : 0;
    const auto part = name.substr(begin, slash - begin);
    const int parent = folder ? folder.get() : root_.get();
    if (::mkdirat(parent, part.c_str(), 0777) != 0 && errno != EEXIST) fail_to_write(full(name));
    folder = FileDescriptor(::openat(parent, part.c_str(), folder_flags | O_NOFOLLOW));
    if (!folder) fail_to_write(full(name));
  }
  const auto own = temporary(name);
  FileDescriptor file(::openat(folder ? folder.get() : root_.get(), own.c_str() + own.rfind('/') + 1,
                               O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file) fail_to_write(full(name));
  return file;
}

void OutputFolder::publish(const std::string& name) const {
  if (::renameat(root_.get(), temporary(name).c_str(), root_.get(), name.c_str()) != 0) fail_to_write(full(name));
}

void OutputFolder::discard(const std::string& name) const { ::unlinkat(root_.get(), temporary(name).c_str(), 0); }

bool OutputFolder::has(const std::string& name, std::size_t bytes) const {
  struct stat status {};
  return ::fstatat(root_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode) &&
         static_cast<std::size_t>(status.st_size) == bytes;
}

}  // namespace protokoll::cli::batch

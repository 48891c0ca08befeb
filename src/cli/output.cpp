#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "cli/command.hpp"

namespace protokoll::cli {
namespace {

constexpr std::size_t buffer_size = 64 * 1024;

[[noreturn]] void fail(const std::string& path) {
  throw Unusable(fmt::format("{}: cannot be written: {}", path.empty() ? "standard output" : path, std::strerror(errno)));
}

/// The file behind symbolic links, so that the link itself survives.
std::string resolve(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? real.get() : path;
}

}  // namespace

Output::Output(const std::string& path) {
  if (path.empty() || path == "-") {
    descriptor_ = STDOUT_FILENO;
    return;
  }
  path_ = resolve(path);
  struct stat status {};
  const bool exists = ::stat(path_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) throw Unusable(fmt::format("{}: is a directory; name a file to write to", path));
  const bool in_place = exists && !S_ISREG(status.st_mode);
  // Hidden, so that a walk over the folder passes it by.
  const auto name = path_.rfind('/') + 1;
  if (!in_place) temporary_ = fmt::format("{}.{}.{}.tmp", path_.substr(0, name), path_.substr(name), ::getpid());
  descriptor_ = in_place ? ::open(path_.c_str(), O_WRONLY | O_CLOEXEC) : ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    temporary_.clear();
    fail(path);
  }
  if (exists && !in_place) static_cast<void>(::fchmod(descriptor_, status.st_mode & 07777));
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool Output::is_terminal() const { return ::isatty(descriptor_) != 0; }

void Output::write(std::string_view data) {
  buffer_ += data;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const auto written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) throw ClosedPipe{};
    if (written < 0) fail(path_);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void Output::finish() {
  flush();
  if (descriptor_ <= STDERR_FILENO) return;
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) fail(path_);
  if (::close(std::exchange(descriptor_, -1)) != 0) fail(path_);
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail(path_);
  temporary_.clear();
}

}  // namespace protokoll::cli

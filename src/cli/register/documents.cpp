#include "cli/register/documents.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>

#include "cli/batch/batch.hpp"
#include "cli/batch/interrupt.hpp"
#include "cli/input.hpp"
#include "register/minutes_json.hpp"

namespace protokoll::cli {
namespace {

constexpr std::size_t chunk = 256 * 1024;

/// By which a document stands in the register's order: the name that JSON gives it.
std::string_view order(const batch::Found& found) { return found.path == "-" ? standard_input : std::string_view(found.path); }

[[noreturn]] void fail_to_read(const std::string& path) { throw Unusable(fmt::format("{}: cannot be read: {}", path, std::strerror(errno))); }

/// Up to `chunk` bytes more behind those that are in `buffer`; false at the end.
bool read_more(int file, const std::string& path, std::string& buffer) {
  const auto size = buffer.size();
  buffer.resize(size + chunk);
  ssize_t got = 0;
  do got = ::read(file, buffer.data() + size, chunk);
  while (got < 0 && errno == EINTR);
  if (got < 0) fail_to_read(path);
  buffer.resize(size + static_cast<std::size_t>(got));
  return got > 0;
}

/// A copy of what a pipe holds, in a file that vanishes with the process.
batch::FileDescriptor spool(int pipe, const std::string& path, const std::string& beside) {
  auto name = beside.substr(0, beside.rfind('/') + 1) + ".protokoll-lines-XXXXXX";
  batch::FileDescriptor copy(::mkostemp(name.data(), O_CLOEXEC));
  if (!copy) batch::fail_to_write(name);
  ::unlink(name.c_str());
  std::string buffer;
  while (read_more(pipe, path, buffer)) {
    batch::write_all(copy, buffer, name);
    buffer.clear();
  }
  ::lseek(copy.get(), 0, SEEK_SET);
  return copy;
}

batch::FileDescriptor open_lines(const std::string& path, const std::string& beside) {
  const bool is_input = path == "-";
  batch::FileDescriptor file(is_input ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) fail_to_read(path);
  if (S_ISDIR(status.st_mode)) throw Unusable(fmt::format("{}: is a directory; --from ndjson reads files of lines", path));
  if (S_ISREG(status.st_mode) && ::lseek(file.get(), 0, SEEK_CUR) == 0) return file;
  return spool(file.get(), path, beside);
}

/// Why a line without a document has none: what a run said in its place, or that it is something else.
std::string trouble_of(std::string_view line, const std::string& place) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  const auto error = json.is_object() ? json.find("error") : json.end();
  if (json.is_object() && error != json.end() && error->is_string()) return error->get<std::string>();
  return fmt::format("{}: is no document that convert --to ndjson wrote", place);
}

}  // namespace

ArchiveDocuments::ArchiveDocuments(const batch::Options& options, std::vector<batch::FileId> own_outputs) : walk_(options, std::move(own_outputs)) {
  while (auto found = walk_.next()) {
    found->name = {};
    found_.push_back(std::move(*found));
  }
  found_.shrink_to_fit();
  std::stable_sort(found_.begin(), found_.end(), [](const auto& one, const auto& other) { return order(one) < order(other); });
}

batch::Token ArchiveDocuments::next() {
  if (at_ == found_.size()) {
    // What comes behind the last document needs the room.
    std::vector<batch::Found>().swap(found_);
    at_ = 0;
    return nullptr;
  }
  auto document = std::make_unique<batch::Document>();
  document->found = std::move(found_[at_++]);
  return document;
}

NdjsonDocuments::NdjsonDocuments(const std::vector<std::string>& inputs, const std::string& folder_of) {
  for (const auto& input : inputs) {
    files_.push_back(open_lines(input, folder_of));
    index(files_.size() - 1, input == "-" ? std::string(standard_input) : input);
  }
  std::stable_sort(lines_.begin(), lines_.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
}

void NdjsonDocuments::index(std::size_t file, const std::string& path) {
  std::string buffer;
  std::size_t offset = 0, searched = 0, number = 0;
  const auto add = [&](std::string_view line) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    const auto place = fmt::format("{}:{}", path, number);
    auto name = registers::name_in_json(line);
    lines_.push_back({name.value_or(place), name ? std::string() : trouble_of(line, place), file, offset, line.size()});
  };
  bool more = true;
  while (more && batch::Interrupt::signal() == 0) {
    more = read_more(files_[file].get(), path, buffer);
    std::size_t begin = 0;
    for (std::size_t end; (end = buffer.find('\n', std::max(begin, searched))) != std::string::npos; begin = end + 1) {
      add(std::string_view(buffer).substr(begin, end - begin));
      offset += end - begin + 1;
    }
    buffer.erase(0, begin);
    searched = buffer.size();
  }
  if (!buffer.empty()) add(buffer);
}

batch::Token NdjsonDocuments::next() {
  if (at_ == lines_.size()) return nullptr;
  auto& line = lines_[at_++];
  auto document = std::make_unique<batch::Document>();
  document->found.path = document->found.name = line.name;
  document->found.asked = true;
  document->size = line.size;
  if (!line.trouble.empty()) {
    document->outcome = batch::Outcome::failed;
    document->error = std::move(line.trouble);
  }
  document->task = &line;
  return document;
}

void NdjsonDocuments::read(batch::Document& document) const {
  const auto& line = *std::any_cast<Line*>(document.task);
  document.bytes = batch::read_at(files_[line.file], line.offset, line.size);
}

}  // namespace protokoll::cli

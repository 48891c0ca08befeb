#include "cli/batch/walk.hpp"

#include <dirent.h>
#include <fmt/format.h>
#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <iostream>
#include <memory>
#include <utility>

#include "cli/batch/digest.hpp"
#include "cli/batch/output_names.hpp"
#include "cli/command.hpp"
#include "protokoll/names.hpp"
#include "protokoll/protokoll.hpp"

namespace protokoll::cli::batch {
namespace {

std::string join(const std::string& folder, const std::string& entry) {
  return folder.empty() || folder.ends_with('/') ? folder + entry : fmt::format("{}/{}", folder, entry);
}

unsigned char type_of(const std::string& path, unsigned char listed) {
  if (listed != DT_UNKNOWN && listed != DT_LNK) return listed;
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return DT_REG;
  const bool link = S_ISLNK(status.st_mode);
  // A link that leads nowhere or in circles is reported when it is opened.
  if (link && ::stat(path.c_str(), &status) != 0) return DT_REG;
  if (S_ISDIR(status.st_mode)) return link ? DT_LNK : DT_DIR;
  return S_ISREG(status.st_mode) ? DT_REG : DT_UNKNOWN;
}

bool matches(const std::vector<std::string>& globs, const std::string& path, const std::string& entry) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    const auto& subject = glob.find('/') == std::string::npos ? entry : path;
    return ::fnmatch(glob.c_str(), subject.c_str(), 0) == 0;
  });
}

bool exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

std::optional<FileId> file_id(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileId{status.st_dev, status.st_ino};
}

std::size_t file_size(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
}

Walk::Walk(const Options& options, std::vector<FileId> outputs) : options_(options), shard_(parse_shard(options.shard)), outputs_(std::move(outputs)) {
  for (const auto& dialect : dialects()) {
    std::istringstream words{std::string(dialect.extension)};
    for (std::string word; words >> word;) extensions_.push_back(word);
  }
  if (options.files_from.empty()) return;
  if (options.held_list) {
    held_list_.str(*options.held_list);
    list_ = &held_list_;
    return;
  }
  if (options.files_from == "-") {
    list_ = &std::cin;
    return;
  }
  list_file_.open(options.files_from, std::ios::binary);
  if (!list_file_) throw Unusable(fmt::format("{}: {}", options.files_from, std::strerror(errno)));
  list_ = &list_file_;
}

std::optional<Found> Walk::next() {
  while (auto found = step()) {
    if (found->path.empty()) continue;
    // By the name without its extension: documents whose outputs would be called the same meet in one part.
    if (shard_.count > 1 && hash64(without_extension(found->name)) % shard_.count != shard_.number - 1) continue;
    return found;
  }
  return std::nullopt;
}

/// The next document; one with an empty path where only a folder was entered or left.
std::optional<Found> Walk::step() {
  if (!folders_.empty()) {
    auto& folder = folders_.back();
    if (!folder.files.empty()) {
      const auto entry = std::move(folder.files.back());
      folder.files.pop_back();
      return Found{join(folder.path, entry), join(folder.name, entry), false, {}};
    }
    if (!folder.folders.empty()) {
      const auto entry = std::move(folder.folders.back());
      folder.folders.pop_back();
      return enter(join(folder.path, entry), join(folder.name, entry));
    }
    folders_.pop_back();
    return Found{};
  }
  bool asked = false;
  const auto input = next_input(asked);
  if (!input) return std::nullopt;
  struct stat status {};
  if (*input != "-" && ::stat(input->c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
    const bool alone = options_.inputs.size() == 1 && !list_;
    return enter(*input, alone ? std::string() : inside(*input));
  }
  if (!asked && !wanted(*input, last_part(*input))) {
    ++left_out_.unmatched;
    return Found{};
  }
  return Found{*input, *input == "-" ? "stdin" : inside(*input), asked, {}};
}

std::optional<std::string> Walk::next_input(bool& asked) {
  asked = input_ < options_.inputs.size();
  if (asked) return options_.inputs[input_++];
  std::string line;
  while (list_ && std::getline(*list_, line, options_.null_separated ? '\0' : '\n')) {
    if (std::exchange(list_begins_, false)) {
      if (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF")) throw Unusable(fmt::format("{}: is a list in UTF-16; names are read from UTF-8", options_.files_from));
      if (!options_.null_separated && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    }
    if (!options_.null_separated && line.ends_with('\r') && !exists(line)) line.pop_back();
    if (!line.empty()) return line;
  }
  if (list_ && list_->bad()) throw Unusable(fmt::format("{}: cannot be read", options_.files_from));
  return std::nullopt;
}

Found Walk::enter(std::string path, std::string name) {
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(path.c_str()), &::closedir);
  if (!directory) {
    const std::string why = std::strerror(errno);
    return {std::move(path), std::move(name), false, why};
  }
  Folder folder{std::move(path), std::move(name), {}, {}};
  errno = 0;
  while (const auto* entry = ::readdir(directory.get())) sort_in(folder, entry->d_name, entry->d_type);
  const auto error = errno;
  std::sort(folder.files.begin(), folder.files.end(), std::greater<>());
  std::sort(folder.folders.begin(), folder.folders.end(), std::greater<>());
  auto trouble = error == 0 ? Found{} : Found{folder.path, folder.name, false, std::strerror(error)};
  folders_.push_back(std::move(folder));
  return trouble;
}

void Walk::sort_in(Folder& folder, const std::string& entry, unsigned char type) {
  if (entry == "." || entry == "..") return;
  const auto path = join(folder.path, entry);
  const auto name = join(folder.name, entry);
  const auto is = type_of(path, type);
  if (entry.starts_with('.')) {
    ++left_out_.hidden;
  } else if (unwanted(name, entry)) {
    ++left_out_.unmatched;
  } else if (is == DT_DIR || is == DT_REG) {
    const auto id = outputs_.empty() ? std::nullopt : file_id(path);
    const bool own = id && std::find(outputs_.begin(), outputs_.end(), *id) != outputs_.end();
    if (own) left_out_.own_folder |= is == DT_DIR;
    else if (is == DT_DIR) folder.folders.push_back(entry);
    else if (!wanted(name, entry)) ++left_out_.unmatched;
    else if (readable(entry)) folder.files.push_back(entry);
  } else {
    ++left_out_.special;
  }
  errno = 0;
}

bool Walk::unwanted(const std::string& path, const std::string& entry) const { return matches(options_.exclude, path, entry); }

bool Walk::wanted(const std::string& path, const std::string& entry) const {
  return !unwanted(path, entry) && (options_.include.empty() || matches(options_.include, path, entry));
}

bool Walk::readable(const std::string& entry) {
  if (!options_.include.empty()) return true;
  const auto dot = entry.rfind('.');
  const auto extension = dot == std::string::npos ? std::string() : entry.substr(dot + 1);
  if (std::any_of(extensions_.begin(), extensions_.end(), [&](const std::string& known) { return same_name(known, extension); })) return true;
  constexpr std::size_t most_extensions = 100;
  ++left_out_.other_kinds;
  if (left_out_.extensions.size() < most_extensions || left_out_.extensions.contains(extension)) ++left_out_.extensions[extension];
  return false;
}

}  // namespace protokoll::cli::batch

#include "cli/batch/clash.hpp"

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>

#include "cli/command.hpp"
#include "cli/input.hpp"

namespace protokoll::cli::batch {
namespace {

constexpr std::string_view manifest_name = ".protokoll-manifest";

bool names_file(const std::string& path) { return !path.empty() && path != "-"; }

/// Of files only: a device or pipe may well be read and written.
std::optional<FileId> regular(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileId{status.st_dev, status.st_ino};
}

std::optional<FileId> regular(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileId{status.st_dev, status.st_ino};
}

std::optional<FileId> id_of_input(const std::string& path) { return path == "-" ? regular(STDIN_FILENO) : regular(path); }

/// Whether a run into this file has left its manifest beside it.
bool is_own(const std::string& path) {
  const auto name = path.rfind('/') + 1;
  return regular(fmt::format("{}.{}.protokoll-manifest", path.substr(0, name), path.substr(name))).has_value();
}

struct Contents {
  bool own = false, others = false;
};

Contents contents_of(const std::string& folder) {
  Contents contents;
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(folder.c_str()), &::closedir);
  if (!directory) return contents;
  while (const auto* entry = contents.own && contents.others ? nullptr : ::readdir(directory.get())) {
    const std::string_view name = entry->d_name;
    contents.own |= name.starts_with(manifest_name);
    contents.others |= !name.starts_with('.');
  }
  return contents;
}

/// An output that is there before the run.
struct Target {
  FileId id;
  std::string path;
};

[[noreturn]] void refuse(std::string_view output, std::string_view input, std::string_view way = "name another output") {
  throw Unusable(fmt::format("{}: would be written over {}, which this run reads; {}", output, input, way));
}

std::string shown(const std::string& path) { return path == "-" ? std::string(standard_input) : path; }

void refuse_one_output_twice(const std::vector<std::string>& outputs) {
  namespace fs = std::filesystem;
  const auto place = [](const std::string& path) {
    std::error_code ignored;
    return fs::weakly_canonical(path, ignored).lexically_normal();
  };
  for (auto one = outputs.begin(); one != outputs.end(); ++one)
    for (auto other = std::next(one); other != outputs.end(); ++other) {
      if (!names_file(*one) || !names_file(*other)) continue;
      const auto id = regular(*one);
      const bool device = !id && file_id(*one);
      if (!device && (place(*one) == place(*other) || (id && id == regular(*other))))
        throw Unusable(fmt::format("{}: two outputs would be written to it ({})", *one, *other));
    }
}

class Guard {
 public:
  Guard(Options& options, const std::function<Plan()>& make_plan) : options_(options), make_plan_(make_plan), plan_(make_plan()) {
    for (const auto& path : plan_.outputs)
      if (const auto id = names_file(path) ? regular(path) : std::nullopt) targets_.push_back({*id, path});
    if (const auto id = plan_.standard_output ? regular(STDOUT_FILENO) : std::nullopt) targets_.push_back({*id, "standard output"});
    folder_is_filled_ = !plan_.folder.empty() && contents_of(plan_.folder).others;
  }

  void run() {
    refuse_one_output_twice(plan_.outputs);
    for (const auto& path : plan_.also_read)
      if (names_file(path)) compare(regular(path), path);
    if (plan_.reads_standard_input) compare(regular(STDIN_FILENO), "-");
    for (const auto& path : options_.inputs) compare(id_of_input(path), path);
    if (targets_.empty() && !folder_is_filled_) return;
    if (options_.files_from == "-") hold_list();
    if (is_archive(options_) || folder_is_filled_) walk();
  }

 private:
  void compare(const std::optional<FileId>& input, const std::string& path) const {
    const auto* target = find(input);
    if (target) refuse(target->path, shown(path));
  }

  [[nodiscard]] const Target* find(const std::optional<FileId>& id) const {
    const auto found = std::find_if(targets_.begin(), targets_.end(), [&](const Target& target) { return target.id == id; });
    return found == targets_.end() ? nullptr : &*found;
  }

  void hold_list() {
    options_.held_list = std::make_shared<const std::string>(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  }

  void walk() {
    std::vector<FileId> read, written;
    Walk walk(options_, own_outputs(plan_));
    while (const auto found = walk.next()) {
      const auto input = found->trouble.empty() ? id_of_input(found->path) : std::nullopt;
      if (const auto* target = find(input)) refuse(target->path, shown(found->path), found->asked ? "name another output" : "name another output, or leave it out with --exclude");
      if (!folder_is_filled_ || !found->trouble.empty()) continue;
      if (input) read.push_back(*input);
      if (const auto output = regular(plan_.output_of(*found))) written.push_back(*output);
    }
    if (walk.left_out().own_folder && folder_is_filled_ && !contents_of(plan_.folder).own)
      throw Unusable(fmt::format("{}: lies in a folder that this run reads, and holds files of its own; name a new folder for the output", plan_.folder));
    std::sort(read.begin(), read.end());
    std::sort(written.begin(), written.end());
    std::vector<FileId> both;
    std::set_intersection(read.begin(), read.end(), written.begin(), written.end(), std::back_inserter(both));
    if (!both.empty()) name_both(both.front());
  }

  /// Paths are not held in memory; those that meet are looked up again.
  [[noreturn]] void name_both(const FileId& id) const {
    const auto plan = make_plan_();
    std::string input, output;
    Walk walk(options_, own_outputs(plan));
    while (const auto found = walk.next()) {
      if (!found->trouble.empty()) continue;
      auto path = plan.output_of(*found);
      if (input.empty() && id_of_input(found->path) == id) input = shown(found->path);
      if (output.empty() && regular(path) == id) output = std::move(path);
    }
    refuse(output, input, "name another folder for the output");
  }

  Options& options_;
  const std::function<Plan()>& make_plan_;
  Plan plan_;
  std::vector<Target> targets_;
  bool folder_is_filled_ = false;
};

}  // namespace

Plan printing_plan(const Options& options, std::vector<std::string> also_read) {
  also_read.push_back(options.files_from);
  return {.outputs = {options.errors}, .standard_output = true, .also_read = std::move(also_read), .reads_standard_input = options.files_from == "-"};
}

std::vector<FileId> own_outputs(const Plan& plan) {
  std::vector<FileId> own;
  for (const auto& path : plan.outputs)
    if (const auto id = names_file(path) && is_own(path) ? regular(path) : std::nullopt) own.push_back(*id);
  if (const auto id = plan.folder.empty() ? std::nullopt : file_id(plan.folder)) own.push_back(*id);
  return own;
}

void refuse_clashes(Options& options, const std::function<Plan()>& make_plan) { Guard(options, make_plan).run(); }

}  // namespace protokoll::cli::batch

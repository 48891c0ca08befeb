#include "cli/batch/tree_sink.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cerrno>

#include "cli/batch/digest.hpp"
#include "protokoll/report.hpp"

namespace protokoll::cli::batch {
namespace {

// One journal commit of the file system serves them all: a file synced by itself costs some thirty times as much.
constexpr std::size_t most_unpublished = 128;
constexpr auto longest_unpublished = std::chrono::seconds(1);

/// Each of them is an open file; most of what the process may open is for documents on their way.
std::size_t most_open() {
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return most_unpublished;
  return std::clamp<std::size_t>(limit.rlim_cur / 8, 1, most_unpublished);
}

}  // namespace

TreeSink::TreeSink(const TreeOptions& options)
    : options_(options), most_open_(most_open()), folder_(options.folder), names_(names(options)),
      known_(options.resume ? Known(folder_.full(options.manifest), options.options) : Known()),
      manifest_(folder_.full(options.manifest), options.options, known_.end_of_manifest()) {}

OutputNames TreeSink::names(const TreeOptions& options) {
  return OutputNames(options.extension, options.resume ? given_names(in_folder(options.folder, options.manifest)) : GivenNames());
}

TreeSink::~TreeSink() {
  for (const auto& written : written_) folder_.discard(written.name);
}

void TreeSink::announce(Document& document) {
  if (!document.found.trouble.empty()) return;
  const auto key = hash64(document.found.path);
  auto output = names_.take(document.found.name, key);
  document.output = std::move(output.name);
  document.output_number = output.number;
  if (options_.resume) known_.see(key);
}

bool TreeSink::keeps(Document& document) {
  const auto* result = known_.find(hash64(document.found.path));
  if (!result || result->digest != document.digest || result->output_key != hash64(document.output)) return false;
  document.findings = result->findings;
  return folder_.has(document.output, result->bytes);
}

void TreeSink::prepare(Document& document) {
  document.text.insert(0, options_.head);
  try {
    document.written = folder_.create(document.output);
    write_all(document.written, document.text, folder_.full(document.output));
  } catch (const CannotWrite& error) {
    document.fatal = error.number == ENOSPC || error.number == EDQUOT || error.number == EROFS;
    folder_.discard(document.output);
    throw;
  }
  // Writing to the disk begins now; the commit then need not wait long.
  ::sync_file_range(document.written.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
}

void TreeSink::take(Document& document) {
  if (document.outcome != Outcome::converted) return;
  manifest_.add(entry_for(document));
  written_.push_back({std::move(document.written), document.output, document.found.path});
  if (written_.size() >= most_open_ || std::chrono::steady_clock::now() - committed_ > longest_unpublished) commit();
}

void TreeSink::drop(Document& document) {
  if (document.written) folder_.discard(document.output);
}

void TreeSink::commit() {
  for (const auto& [file, name, path] : written_) synchronise(file, folder_.full(name));
  for (const auto& [file, name, path] : written_) {
    try {
      folder_.publish(name);
    } catch (const CannotWrite& error) {
      // A folder bears the name, or it is too long: only this document's trouble.
      folder_.discard(name);
      late_failures_.push_back({path, error.what()});
    }
  }
  written_.clear();
  manifest_.flush();
  committed_ = std::chrono::steady_clock::now();
}

std::vector<std::string> TreeSink::finish(bool complete) {
  commit();
  manifest_.synchronise();
  synchronise_folder_of(folder_.full(options_.manifest));
  std::vector<std::string> sentences;
  if (!complete) return sentences;
  for (const auto& name : known_.vanished()) sentences.push_back(fmt::format("{}: is gone since the last run; its output is left as it was", name));
  return sentences;
}

}  // namespace protokoll::cli::batch

/// What a run has done so far, as NDJSON on disk: a line that says with which options, then one for each document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/batch/document.hpp"
#include "cli/batch/file.hpp"
#include "cli/batch/output_names.hpp"

namespace protokoll::cli::batch {

[[nodiscard]] Entry entry_for(const Document& document);

/// Reads entries one by one; a line that was cut off in the middle ends them.
class ManifestReader {
 public:
  /// Nothing is read from a manifest of other options (if some are given), or from none.
  ManifestReader(const std::string& path, std::optional<std::string_view> options);

  [[nodiscard]] bool usable() const { return usable_; }
  [[nodiscard]] std::optional<Entry> next();
  /// Just behind the last line that was read.
  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  [[nodiscard]] bool read_line(std::string& line);

  std::ifstream file_;
  std::size_t position_ = 0;
  bool usable_ = false;
};

/// The names of outputs in a manifest of any options.
[[nodiscard]] GivenNames given_names(const std::string& path);

class ManifestWriter {
 public:
  /// Goes on behind the first `keep` bytes of the file; 0 begins it anew. Throws Unusable if another run is writing to it.
  ManifestWriter(const std::string& path, std::string_view options, std::size_t keep);

  void add(const Entry& entry);
  /// Cuts off what stands behind the first `size` bytes.
  void truncate(std::size_t size) { truncate_at(file_, size, path_); }
  /// What was added reaches the file now and not before.
  void flush();
  void synchronise() { batch::synchronise(file_, path_); }

 private:
  std::string path_;
  FileDescriptor file_;
  std::string pending_;
};

/// What an earlier run did, by document.
class Known {
 public:
  struct Result {
    std::string digest;
    std::uint64_t output_key;
    std::size_t offset, bytes;  ///< of the output in a stream
    bool findings;
  };

  Known() = default;
  /// The first output of a stream stands at `offset`.
  Known(const std::string& path, std::string_view options, std::size_t offset = 0);

  [[nodiscard]] const Result* find(std::uint64_t key) const;
  /// Sets a document apart from those that have vanished.
  void see(std::uint64_t key) { seen_.insert_or_assign(key, true); }
  /// Names of the documents that nobody has seen.
  [[nodiscard]] std::vector<std::string> vanished() const;
  [[nodiscard]] std::size_t end_of_output() const { return end_of_output_; }
  [[nodiscard]] std::size_t end_of_manifest() const { return end_of_manifest_; }
  [[nodiscard]] bool usable() const { return end_of_manifest_ > 0; }

 private:
  std::string path_, options_;
  std::unordered_map<std::uint64_t, Result> results_;
  std::unordered_map<std::uint64_t, bool> seen_;
  std::size_t end_of_output_ = 0, end_of_manifest_ = 0;
};

}  // namespace protokoll::cli::batch

/// All results in one file, which appears whole at the end; a run that was killed can be taken up again.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "cli/batch/batch.hpp"
#include "cli/batch/manifest.hpp"

namespace protokoll::cli::batch {

struct StreamOptions {
  std::string path;
  std::string head;     ///< in front of the first result
  std::string options;  ///< fingerprint of all that decides about results beside the documents
  bool resume = false;
};

/// Beside `all.ndjson` stand `.all.ndjson.protokoll-part` while it grows, and `.all.ndjson.protokoll-journal`, which tells where
/// each result ends in it. At the end they become `all.ndjson` and `.all.ndjson.protokoll-manifest`.
///
/// A run that is taken up again keeps the part as long as the documents are the same, in the same order; from the first
/// one that is not, the part is cut off, and results come from the last complete output or are made anew.
class StreamSink final : public Sink {
 public:
  /// `redo` makes the result of a document again.
  StreamSink(const StreamOptions& options, Work redo);

  void announce(Document& document) override;
  [[nodiscard]] bool keeps(Document& document) override;
  void take(Document& document) override;
  [[nodiscard]] std::vector<std::string> finish(bool complete) override;

 private:
  [[nodiscard]] std::string beside(std::string_view what) const;
  [[nodiscard]] bool stands_in_part(const Document& document) const;
  void leave_old_part();
  void commit();

  StreamOptions options_;
  Work redo_;
  std::string part_path_, journal_path_;
  FileDescriptor old_output_;  // the last complete one
  Known old_;                  // what is in it
  Known started_;              // what a run that was stopped had done
  std::unique_ptr<ManifestReader> old_part_;  // its journal, read along with the documents; null: no longer the same
  FileDescriptor part_;
  std::unique_ptr<ManifestWriter> journal_;
  std::size_t size_ = 0, journal_size_ = 0;  // what is kept of an old part and its journal
  std::string pending_;
  std::atomic<bool> same_{false};  // the documents so far are those of the old part
  std::chrono::steady_clock::time_point committed_ = std::chrono::steady_clock::now();
};

}  // namespace protokoll::cli::batch

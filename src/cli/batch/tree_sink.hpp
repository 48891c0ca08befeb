/// A tree of outputs that mirrors the tree of documents.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "cli/batch/batch.hpp"
#include "cli/batch/manifest.hpp"
#include "cli/batch/output_folder.hpp"
#include "cli/batch/output_names.hpp"

namespace protokoll::cli::batch {

struct TreeOptions {
  std::string folder;
  std::string extension;
  std::string head;       ///< in front of every output
  std::string manifest;   ///< file name in `folder`
  std::string options;    ///< fingerprint of all that decides about outputs beside the document
  bool resume = false;
};

class TreeSink final : public Sink {
 public:
  explicit TreeSink(const TreeOptions& options);
  /// The names that a run with these options gives.
  [[nodiscard]] static OutputNames names(const TreeOptions& options);
  ~TreeSink() override;

  void announce(Document& document) override;
  [[nodiscard]] bool keeps(Document& document) override;
  void prepare(Document& document) override;
  void take(Document& document) override;
  void drop(Document& document) override;
  [[nodiscard]] std::vector<Failure> late_failures() override { return std::exchange(late_failures_, {}); }
  [[nodiscard]] std::vector<std::string> finish(bool complete) override;

 private:
  struct Written {
    FileDescriptor file;
    std::string name, path;  // of the output, of the document
  };

  void commit();

  TreeOptions options_;
  std::size_t most_open_;  // outputs that are written and not yet in their place
  OutputFolder folder_;
  OutputNames names_;
  Known known_;
  ManifestWriter manifest_;
  std::vector<Written> written_;  // not yet published
  std::vector<Failure> late_failures_;
  std::chrono::steady_clock::time_point committed_ = std::chrono::steady_clock::now();
};

}  // namespace protokoll::cli::batch

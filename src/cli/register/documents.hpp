/// Where a register's documents come from: an archive, or what `convert --to ndjson` wrote; in the order of their names, so that the register does
/// not depend on how they were brought together.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/batch/document.hpp"
#include "cli/batch/file.hpp"
#include "cli/batch/pipeline.hpp"
#include "cli/batch/walk.hpp"

namespace protokoll::cli {

/// The documents that files, folders and lists name.
class ArchiveDocuments {
 public:
  ArchiveDocuments(const batch::Options& options, std::vector<batch::FileId> own_outputs);
  [[nodiscard]] batch::Token next();
  [[nodiscard]] const batch::LeftOut& left_out() const { return walk_.left_out(); }

 private:
  batch::Walk walk_;
  std::vector<batch::Found> found_;
  std::size_t at_ = 0;
};

/// A line of NDJSON and where it stands.
struct Line {
  std::string name;      ///< of the document; of the line where it holds none
  std::string trouble;   ///< why it holds none, or empty
  std::size_t file = 0;  ///< among the inputs
  std::size_t offset = 0, size = 0;
};

/// The documents in files of NDJSON and on standard input ("-"), which is copied to a file without a name.
class NdjsonDocuments {
 public:
  /// `folder_of` names a file beside which there is room for that copy.
  NdjsonDocuments(const std::vector<std::string>& inputs, const std::string& folder_of);
  [[nodiscard]] batch::Token next();
  /// Fills in the bytes of a document from `next`. Thread-safe.
  void read(batch::Document& document) const;

 private:
  void index(std::size_t file, const std::string& name);

  std::vector<batch::FileDescriptor> files_;
  std::vector<Line> lines_;
  std::size_t at_ = 0;
};

}  // namespace protokoll::cli

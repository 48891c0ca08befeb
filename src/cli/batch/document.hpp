/// A document on its way through a batch.
#pragma once

#include <any>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/batch/file.hpp"
#include "cli/batch/walk.hpp"

namespace protokoll::cli::batch {

enum class Outcome {
  converted,
  kept,     ///< an earlier run had done it
  skipped,  ///< no text, and nobody asked for it by name
  failed
};

/// What an earlier run noted of a document.
struct Entry {
  std::string name;              ///< as messages print it
  std::uint64_t key = 0;         ///< of the document's path, byte for byte
  std::uint64_t output_key = 0;  ///< of the name of its own output in a tree
  unsigned output_number = 0;    ///< of that name among those it could have had
  std::string digest;            ///< of its content; empty if it could not be read
  Outcome outcome = Outcome::converted;
  bool findings = false;
  std::size_t bytes = 0;         ///< of output
};

struct Document {
  Found found;
  std::string bytes;      ///< as it lies on disk; empty again once it is converted
  std::size_t size = 0;   ///< of `bytes`
  std::string digest;     ///< SHA-256 of `bytes` in hex
  Outcome outcome = Outcome::converted;
  bool findings = false;  ///< has something to say about its content
  std::string text;       ///< for the output
  std::string report;     ///< findings as text for people
  std::string error;      ///< why it failed, in one sentence that begins with its name
  bool fatal = false;     ///< the failure will befall all others, too (the disk is full)
  std::any task;          ///< what the command notes of it on the way from `announce` to `take`
  std::string output;     ///< name of its own output in a tree, or empty
  unsigned output_number = 0;    ///< of that name among those it could have
  FileDescriptor written; ///< that output before it has its name
  std::optional<Entry> before;   ///< in a stream that is taken up again: what stands in its place there
  std::size_t journal_end = 0;   ///< and where that is noted
};

}  // namespace protokoll::cli::batch

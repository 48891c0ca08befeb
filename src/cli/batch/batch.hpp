/// The run of a command over many documents: source, work in parallel, results in order, trouble, progress and summary.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/batch/document.hpp"
#include "cli/batch/options.hpp"
#include "cli/batch/pipeline.hpp"
#include "cli/batch/summary.hpp"
#include "cli/command.hpp"

namespace protokoll::cli::batch {

struct Failure {
  std::string name, error;  ///< the error is a sentence that begins with a name
};

/// Where results go. `take` and `finish` are called one at a time and in the order of the documents.
class Sink {
 public:
  virtual ~Sink() = default;
  /// Before documents are read, in their order: what the sink wants to note of each. What it throws ends the run behind the documents before.
  virtual void announce(Document&) {}
  /// Whether a progress bar would get in the way of what is written.
  [[nodiscard]] virtual bool writes_to_terminal() const { return false; }
  /// In parallel, once a document is read: whether its result is there from an earlier run.
  [[nodiscard]] virtual bool keeps(Document&) { return false; }
  /// In parallel, once it is converted.
  virtual void prepare(Document&) {}
  virtual void take(Document& document) = 0;
  /// Instead of `take`, once the run was stopped: nothing of the document shall remain.
  virtual void drop(Document&) {}
  /// What failed although it had been taken; each is told once.
  [[nodiscard]] virtual std::vector<Failure> late_failures() { return {}; }
  /// At the end; `complete` unless the run was stopped before the last document. Gives sentences for people.
  [[nodiscard]] virtual std::vector<std::string> finish(bool complete) = 0;
};

/// Fills in `text`, `report` and `findings` from `bytes`. Runs in many threads at a time.
using Work = std::function<void(Document&)>;

struct Run {
  std::string_view done = "converted";     ///< what was done to documents, for the summary
  bool summarise = false;                  ///< says at the end what was done
  bool show_reports = true;                ///< findings are said at once, not only counted
  bool from_records = false;               ///< documents are records on standard input
  std::function<Token()> source = {};      ///< gives the documents, in the place of the walk
  const LeftOut* left_out = nullptr;       ///< what that source passed by
  bool need_digests = false;               ///< `Document::digest` is wanted before the work
  std::string how_to_resume;               ///< said where the run was stopped; may be empty
  std::vector<FileId> own_outputs;         ///< files and folders that a walk passes by, since runs like this one wrote them
};

struct Result {
  Summary summary;
  int status = clean;  ///< of the run; commands with findings of their own look into the summary, too
};

[[nodiscard]] Result run(const Options& options, const Run& how, const Work& work, Sink& sink, Session& session);

}  // namespace protokoll::cli::batch

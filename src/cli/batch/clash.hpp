/// No run writes over what it reads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/batch/options.hpp"
#include "cli/batch/walk.hpp"

namespace protokoll::cli::batch {

/// What a run is about to write, and what it reads beside documents.
struct Plan {
  std::vector<std::string> outputs;    ///< files; empty or "-": none
  bool standard_output = false;        ///< results go there
  std::vector<std::string> also_read;  ///< lists, configurations, languages; empty: none
  bool reads_standard_input = false;   ///< whatever the documents are
  std::string folder;                  ///< of outputs, or empty
  std::function<std::string(const Found&)> output_of;  ///< path of a document's own output there; asked for all documents in their order
};

/// Of a command that prints its results; `also_read` beside documents and a list of them.
[[nodiscard]] Plan printing_plan(const Options& options, std::vector<std::string> also_read);

/// Files and folders of the plan that runs like this one wrote, which a walk passes by.
[[nodiscard]] std::vector<FileId> own_outputs(const Plan& plan);

/// Throws Unusable, which names both, if a file that is to be written is one that is read, or two outputs are one file. Nothing is written.
/// A list of names on standard input may have to be read for that; it is held in the options. `make_plan` is asked anew for each walk.
void refuse_clashes(Options& options, const std::function<Plan()>& make_plan);

}  // namespace protokoll::cli::batch

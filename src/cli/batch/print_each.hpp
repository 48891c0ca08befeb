/// What a command does that prints something of each document and makes no files of its own (verify, why).
#pragma once

#include <string_view>

#include "cli/batch/batch.hpp"
#include "cli/read_flags.hpp"

namespace protokoll::cli::batch {

/// Prepares the flags and runs `work` over all documents; `done` is the summary's word ("verified"). Throws Unusable if no input is named.
Result print_each(Options& options, ReadFlags& read, std::string_view done, const Work& work, Session& session);

}  // namespace protokoll::cli::batch

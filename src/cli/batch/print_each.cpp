#include "cli/batch/print_each.hpp"

#include "cli/batch/clash.hpp"
#include "cli/batch/plain_sink.hpp"

namespace protokoll::cli::batch {

Result print_each(Options& options, ReadFlags& read, std::string_view done, const Work& work, Session& session) {
  if (options.inputs.empty() && options.files_from.empty()) throw Unusable("no input: name a file, or - for standard input");
  prepare(read);
  refuse_clashes(options, [&] { return printing_plan(options, read.language_files.paths()); });
  for (const auto& sentence : without_effect(options)) session.messages.warning(sentence);
  PlainSink sink({}, {});
  const Run how{.done = done, .summarise = is_archive(options)};
  return run(options, how, work, sink, session);
}

}  // namespace protokoll::cli::batch

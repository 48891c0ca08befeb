/// Many things at once, in their order.
#pragma once

#include <functional>
#include <memory>

namespace protokoll::cli::batch {

struct Document;

using Token = std::unique_ptr<Document>;

/// Takes documents from `source` (nullptr: no more), works on up to `threads` of them at a time and hands them to `sink` in the
/// order in which they came. `source` and `sink` are never called twice at a time. No more than a few documents per thread
/// are under way. What a stage throws ends the run and is thrown here.
void run_in_order(unsigned threads, const std::function<Token()>& source, const std::function<void(Document&)>& work,
                  const std::function<void(Document&)>& sink);

/// The number of threads that `jobs` asks for: 0 is one per core that this process may use.
[[nodiscard]] unsigned threads_for(unsigned jobs);

}  // namespace protokoll::cli::batch

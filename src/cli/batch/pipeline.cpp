#include "cli/batch/pipeline.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <exception>
#include <mutex>

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

#include "cli/batch/document.hpp"

namespace protokoll::cli::batch {

namespace tbb = oneapi::tbb;

namespace {

// ThreadSanitizer cannot see what oneTBB guarantees, as oneTBB is not built with it: a serial stage has ended before it runs again, and
// a stage is done with a document before the next one gets it. It is told that and no more, so that it still finds what workers share.
#ifdef __SANITIZE_THREAD__
void begins(const void* stage_or_document) { __tsan_acquire(const_cast<void*>(stage_or_document)); }
void ends(const void* stage_or_document) { __tsan_release(const_cast<void*>(stage_or_document)); }
#else
void begins(const void*) {}
void ends(const void*) {}
#endif

}  // namespace

unsigned threads_for(unsigned jobs) { return jobs > 0 ? jobs : static_cast<unsigned>(tbb::info::default_concurrency()); }

void run_in_order(unsigned threads, const std::function<Token()>& source, const std::function<void(Document&)>& work,
                  const std::function<void(Document&)>& sink) {
  // Enough that nobody waits for a slow document in front, few enough that memory does not depend on the archive.
  const std::size_t under_way = std::size_t{8} * threads;
  // oneTBB drops what is under way when a stage throws, and nobody frees it. So the stages run on, idle, and the first exception waits.
  std::exception_ptr failure;
  std::once_flag once;
  std::atomic<bool> failed{false};
  const auto guarded = [&](const auto& stage) {
    if (failed) return;
    try {
      stage();
    } catch (...) {
      std::call_once(once, [&] { failure = std::current_exception(); });
      failed = true;
    }
  };
  const auto take = tbb::make_filter<void, Document*>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) -> Document* {
    begins(&source);
    Token token;
    guarded([&] { token = source(); });
    if (!token) control.stop();
    ends(token.get());
    ends(&source);
    return token.release();
  });
  const auto convert = tbb::make_filter<Document*, Document*>(tbb::filter_mode::parallel, [&](Document* document) {
    begins(document);
    guarded([&] { work(*document); });
    ends(document);
    return document;
  });
  const auto give = tbb::make_filter<Document*, void>(tbb::filter_mode::serial_in_order, [&](Document* document) {
    begins(document);
    begins(&sink);
    const Token token(document);
    guarded([&] { sink(*token); });
    ends(&sink);
  });
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  ends(&source);
  ends(&sink);
  arena.execute([&] { tbb::parallel_pipeline(under_way, take & convert & give); });
  begins(&source);
  begins(&sink);
  if (failure) std::rethrow_exception(failure);
}

}  // namespace protokoll::cli::batch

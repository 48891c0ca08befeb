#include "cli/batch/pipeline.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <exception>
#include <mutex>

#include "cli/batch/document.hpp"

namespace protokoll::cli::batch {

namespace tbb = oneapi::tbb;

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
    Token token;
    guarded([&] { token = source(); });
    if (!token) control.stop();
    return token.release();
  });
  const auto convert = tbb::make_filter<Document*, Document*>(tbb::filter_mode::parallel, [&](Document* document) {
    guarded([&] { work(*document); });
    return document;
  });
  const auto give = tbb::make_filter<Document*, void>(tbb::filter_mode::serial_in_order, [&](Document* document) {
    const Token token(document);
    guarded([&] { sink(*token); });
  });
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] { tbb::parallel_pipeline(under_way, take & convert & give); });
  if (failure) std::rethrow_exception(failure);
}

}  // namespace protokoll::cli::batch

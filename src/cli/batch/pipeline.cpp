#include "cli/batch/pipeline.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <memory>

#include "cli/batch/document.hpp"

namespace protokoll::cli::batch {

namespace tbb = oneapi::tbb;

unsigned threads_for(unsigned jobs) { return jobs > 0 ? jobs : static_cast<unsigned>(tbb::info::default_concurrency()); }

void run_in_order(unsigned threads, const std::function<Token()>& source, const std::function<void(Document&)>& work,
                  const std::function<void(Document&)>& sink) {
  // Enough that nobody waits for a slow document in front, few enough that memory does not depend on the archive.
  const std::size_t under_way = std::size_t{8} * threads;
  // The pipeline owns what is under way: an exception in one stage frees what waits for the others.
  using Flow = std::shared_ptr<Document>;
  const auto take = tbb::make_filter<void, Flow>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) -> Flow {
    auto token = source();
    if (!token) control.stop();
    return token;
  });
  const auto convert = tbb::make_filter<Flow, Flow>(tbb::filter_mode::parallel, [&](Flow document) {
    work(*document);
    return document;
  });
  const auto give = tbb::make_filter<Flow, void>(tbb::filter_mode::serial_in_order, [&](const Flow& document) { sink(*document); });
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] { tbb::parallel_pipeline(under_way, take & convert & give); });
}

}  // namespace protokoll::cli::batch

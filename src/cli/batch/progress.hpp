/// One line on a terminal that says how far a batch has come.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace protokoll::cli::batch {

struct Extent {
  std::size_t documents = 0, bytes = 0;
};

class Progress {
 public:
  /// Shows nothing unless `shown`. `measure` tells, in a thread of its own, how much there is to do; it gives up once its
  /// argument is true. Empty: nobody knows.
  Progress(bool shown, std::function<Extent(const std::atomic<bool>&)> measure);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Wipes the line.
  ~Progress();

  void advance(std::string_view name, std::size_t bytes);
  /// Makes room for a message; the next `advance` draws the line again.
  void wipe();

 private:
  void draw(std::string_view name);

  using Clock = std::chrono::steady_clock;
  const bool shown_;
  const Clock::time_point begin_ = Clock::now();
  Clock::time_point drawn_{};
  bool visible_ = false;
  Extent done_;
  std::atomic<std::size_t> documents_{0}, bytes_{0};  // to do, once measured
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

}  // namespace protokoll::cli::batch

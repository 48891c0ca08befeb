#include "cli/batch/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "protokoll/report.hpp"

namespace protokoll::cli::batch {
namespace {

std::size_t terminal_width() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// At most `width` code points, so that the line never wraps (a wide character may still cost its neighbour).
std::string_view cut(std::string_view text, std::size_t width) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && seen++ == width) break;
  return text.substr(0, at);
}

std::string time_left(double seconds) {
  const auto whole = static_cast<std::size_t>(seconds + 0.5);
  return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60) : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(bool shown, std::function<Extent(const std::atomic<bool>&)> measure) : shown_(shown) {
  if (!shown_ || !measure) return;
  thread_ = std::thread([this, measure = std::move(measure)] {
    const auto extent = measure(stop_);
    documents_ = extent.documents;
    bytes_ = extent.bytes;
  });
}

Progress::~Progress() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
  wipe();
}

void Progress::advance(std::string_view name, std::size_t bytes) {
  ++done_.documents;
  done_.bytes += bytes;
  if (!shown_ || Clock::now() - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = Clock::now();
  draw(name);
}

void Progress::wipe() {
  if (!visible_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  visible_ = false;
}

void Progress::draw(std::string_view name) {
  const auto seconds = std::max(1e-3, std::chrono::duration<double>(drawn_ - begin_).count());
  const auto done = static_cast<double>(done_.bytes);
  std::string line;
  if (const std::size_t all = std::max(bytes_.load(), done_.bytes); documents_ > 0 && all > 0) {
    const auto share = done / static_cast<double>(all);
    const auto filled = static_cast<std::size_t>(share * 20);
    line = fmt::format("[{:#<{}}{:.<{}}] {:3.0f}% {}/{}", "", filled, "", 20 - filled, share * 100, done_.documents, documents_.load());
    if (done > 0) line += fmt::format(", {} left", time_left(seconds * (static_cast<double>(all) / done - 1)));
  } else {
    line = fmt::format("{} documents", done_.documents);
  }
  line += fmt::format(", {:.1f} MB/s, {}", done / 1e6 / seconds, escaped(name));
  fmt::print(stderr, "\r{}\x1b[K", cut(line, terminal_width() - 1));
  std::fflush(stderr);
  visible_ = true;
}

}  // namespace protokoll::cli::batch

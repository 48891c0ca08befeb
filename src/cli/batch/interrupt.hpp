/// Ctrl-C, SIGTERM and a lost terminal as a question that can be asked between two documents.
#pragma once

#include <csignal>

namespace protokoll::cli::batch {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP is only noted; the second one kills as ever.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  /// The signal that came, or 0.
  [[nodiscard]] static int signal();

 private:
  struct sigaction old_int_ {}, old_term_ {}, old_hup_ {};
};

}  // namespace protokoll::cli::batch

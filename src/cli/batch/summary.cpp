#include "cli/batch/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"

namespace protokoll::cli::batch {

void Summary::add(const Document& document) {
  bytes_ += document.size;
  findings_ += document.findings;
  switch (document.outcome) {
    case Outcome::converted: ++converted_; break;
    case Outcome::kept: ++kept_; break;
    case Outcome::skipped: ++binary_; break;
    case Outcome::failed: ++failed_; break;
  }
}

int Summary::status() const {
  if (failed_ == 0) return clean;
  return converted_ + kept_ == 0 ? unusable : findings;
}

std::string Summary::line(std::string_view done, const LeftOut& left_out) const {
  const auto seconds = std::max(1e-6, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count());
  auto line = fmt::format("{} {}", converted_, done);
  if (kept_ > 0) line += fmt::format(", {} kept from before", kept_);
  if (findings_ > 0) line += fmt::format(", {} of them with findings", findings_);
  line += fmt::format(", {} failed", failed_);
  const auto skipped = binary_ + left_out.hidden + left_out.unmatched + left_out.special;
  line += fmt::format(", {} skipped", skipped);
  if (skipped > 0)
    line += fmt::format(" ({} binary, {} hidden, {} not wanted, {} links to folders or no files)", binary_, left_out.hidden, left_out.unmatched, left_out.special);
  if (duplicates_ > 0) line += fmt::format(", {} with the same content as another", duplicates_);
  return line + fmt::format("; {:.0f} documents/s, {:.2f} MB/s", static_cast<double>(documents()) / seconds, static_cast<double>(bytes_) / 1e6 / seconds);
}

}  // namespace protokoll::cli::batch

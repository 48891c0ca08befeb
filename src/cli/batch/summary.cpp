#include "cli/batch/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

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
  const auto skipped = binary_ + left_out.hidden + left_out.unmatched + left_out.special + left_out.other_kinds;
  line += fmt::format(", {} skipped", skipped);
  if (skipped > 0)
    line += fmt::format(" ({} of other kinds, {} binary, {} hidden, {} not wanted, {} links to folders or no files)", left_out.other_kinds, binary_, left_out.hidden,
                        left_out.unmatched, left_out.special);
  if (duplicates_ > 0) line += fmt::format(", {} with the same content as another", duplicates_);
  return line + fmt::format("; {:.0f} documents/s, {:.2f} MB/s", static_cast<double>(documents()) / seconds, static_cast<double>(bytes_) / 1e6 / seconds);
}

std::string other_kinds(const LeftOut& left_out) {
  if (left_out.other_kinds == 0) return {};
  std::vector<std::pair<std::string, std::size_t>> kinds(left_out.extensions.begin(), left_out.extensions.end());
  std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  constexpr std::size_t most_named = 3;
  std::string named;
  for (std::size_t i = 0; i < std::min(kinds.size(), most_named); ++i) {
    const auto& [extension, count] = kinds[i];
    named += fmt::format("{}{} {}", named.empty() ? "" : ", ", count, extension.empty() ? "without extension" : "." + extension);
  }
  if (kinds.size() > most_named) named += ", ...";
  const auto& first = kinds.front().first;
  const auto these = first.empty() ? std::string() : fmt::format("--include '*.{}' takes those, ", first);
  return fmt::format("{} file{} of other kinds left out ({}); {}--include '*' every file", left_out.other_kinds, left_out.other_kinds == 1 ? "" : "s", named, these);
}

}  // namespace protokoll::cli::batch

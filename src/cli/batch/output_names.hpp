/// Names for outputs that stay inside their folder and never meet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace protokoll::cli::batch {

/// `path` as a relative one that leads nowhere but down: without a leading "/", "." and "..".
[[nodiscard]] std::string inside(std::string_view path);

/// "2017/25" for "2017/25.html"; a name that begins with its only dot has no extension.
[[nodiscard]] std::string_view without_extension(std::string_view name);

/// Gives every document its output: "a/b.json" for "a/b.html", "a/b.md.json" for an "a/b.md" that comes later.
class OutputNames {
 public:
  explicit OutputNames(std::string extension) : extension_(std::move(extension)) {}

  [[nodiscard]] std::string take(std::string_view name);

 private:
  std::string extension_;
  std::unordered_set<std::uint64_t> taken_;  // fingerprints: a clash of two would only make a name longer
};

}  // namespace protokoll::cli::batch

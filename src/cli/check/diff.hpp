/// The difference of two texts as `patch` takes it.
#pragma once

#include <string>
#include <string_view>

namespace protokoll::cli {

/// A unified diff (POSIX diff -u) with three lines of context; empty if the texts are the same. Linear in their size: made for fixes,
/// which change few lines and move none.
[[nodiscard]] std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace protokoll::cli

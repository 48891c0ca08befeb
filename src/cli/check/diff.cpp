#include "cli/check/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace protokoll::cli {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t context = 3;

Lines lines(std::string_view text) {
  Lines found;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    found.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return found;
}

struct Change {
  std::size_t old_begin, old_end, new_begin, new_end;
};

// How many lines to skip on either side until both agree again: the nearest pair among the next few, which is all that fixes need.
Change resynchronise(const Lines& before, const Lines& after, std::size_t i, std::size_t k) {
  constexpr std::size_t window = 64;
  for (std::size_t distance = 1; distance <= window; ++distance)
    for (std::size_t skip = 0; skip <= distance; ++skip) {
      const auto a = i + distance - skip, b = k + skip;
      if (a < before.size() && b < after.size() && before[a] == after[b]) return {i, a, k, b};
    }
  return {i, before.size(), k, after.size()};
}

std::vector<Change> changes(const Lines& before, const Lines& after) {
  std::vector<Change> found;
  for (std::size_t i = 0, k = 0; i < before.size() || k < after.size();) {
    if (i < before.size() && k < after.size() && before[i] == after[k]) {
      ++i;
      ++k;
      continue;
    }
    found.push_back(resynchronise(before, after, i, k));
    i = found.back().old_end;
    k = found.back().new_end;
  }
  return found;
}

void print(char sign, std::string_view line, std::string& out) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

// A range as diff prints it: from 1, and the line before an empty one.
std::string range(std::size_t begin, std::size_t end) {
  const auto size = end - begin;
  return size == 1 ? fmt::format("{}", begin + 1) : fmt::format("{},{}", size == 0 ? begin : begin + 1, size);
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const auto old_lines = lines(before), new_lines = lines(after);
  const auto all = changes(old_lines, new_lines);
  auto out = fmt::format("--- {}\n+++ {}\n", name, name);
  for (std::size_t first = 0; first < all.size();) {
    auto last = first;
    while (last + 1 < all.size() && all[last + 1].old_begin - all[last].old_end <= 2 * context) ++last;
    const auto lead = std::min(context, all[first].old_begin);
    const auto trail = std::min(context, old_lines.size() - all[last].old_end);
    out += fmt::format("@@ -{} +{} @@\n", range(all[first].old_begin - lead, all[last].old_end + trail), range(all[first].new_begin - lead, all[last].new_end + trail));
    auto at = all[first].old_begin - lead;
    for (; first <= last; ++first) {
      for (; at < all[first].old_begin; ++at) print(' ', old_lines[at], out);
      for (; at < all[first].old_end; ++at) print('-', old_lines[at], out);
      for (auto k = all[first].new_begin; k < all[first].new_end; ++k) print('+', new_lines[k], out);
    }
    for (std::size_t i = 0; i < trail; ++i) print(' ', old_lines[at + i], out);
  }
  return out;
}

}  // namespace protokoll::cli

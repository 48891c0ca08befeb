#include "cli/check/fingerprint.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace protokoll::cli {
namespace {

constexpr std::uint64_t start = 0xcbf29ce484222325;

// FNV-1a of 64 bits (draft-eastlake-fnv): no secret to keep, only to tell findings apart.
void hash(std::uint64_t& value, std::string_view text) {
  for (const char c : text) {
    value ^= static_cast<unsigned char>(c);
    value *= 0x100000001b3;
  }
}

}  // namespace

std::string words_fingerprint(const Source& source, const Diagnostic& diagnostic) {
  auto value = start;
  hash(value, diagnostic.id);
  hash(value, "\n");
  const auto begin = source.to_text(diagnostic.span.begin);
  const auto place = source.text().substr(begin, source.to_text(diagnostic.span.end) - begin);
  hash(value, place.empty() ? source.line(diagnostic.span.begin) : place);
  return fmt::format("{:016x}", value);
}

ItemPrints::ItemPrints(const std::vector<AgendaItem>& agenda) {
  add(agenda, start);
  std::stable_sort(prints_.begin(), prints_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

void ItemPrints::add(const std::vector<AgendaItem>& items, std::uint64_t around) {
  for (const auto& item : items) {
    auto print = around;
    hash(print, item.title ? item.title.value : item.number.value);
    hash(print, "\n");
    prints_.emplace_back(item.span.begin, print);
    add(item.items, print);
  }
}

std::uint64_t ItemPrints::at(std::size_t byte) const {
  const auto behind = std::upper_bound(prints_.begin(), prints_.end(), byte, [](std::size_t place, const auto& print) { return place < print.first; });
  return behind == prints_.begin() ? 0 : std::prev(behind)->second;
}

std::string fingerprint(std::string_view words_fingerprint, std::uint64_t item) {
  if (item == 0) return std::string(words_fingerprint);
  hash(item, words_fingerprint);
  return fmt::format("{:016x}", item);
}

}  // namespace protokoll::cli

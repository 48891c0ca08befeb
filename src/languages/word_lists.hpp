/// The "lists" of a language file.
#pragma once

#include <algorithm>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flat/table.hpp"
#include "languages/key.hpp"

namespace protokoll {

class WordLists {
 public:
  WordLists() = default;
  /// As lay_out_lists() laid them out; the image must outlive them.
  explicit WordLists(flat::Image image);

  /// Whether a word, which may be in any case, is in a list.
  [[nodiscard]] bool has(Key list, std::string_view word) const;

  /// In front of each list's table stands by the first byte of its words a bit for each of their lengths: most words that are asked for are in no list.
  static constexpr std::size_t buckets = 64;
  [[nodiscard]] static std::size_t bucket(std::string_view folded) { return static_cast<unsigned char>(folded[0]) % buckets; }
  [[nodiscard]] static std::uint32_t bit(std::string_view folded) { return std::uint32_t{1} << std::min<std::size_t>(folded.size(), 31); }

 private:
  struct List {
    flat::Image lengths;
    flat::Table words;
  };
  std::unordered_map<Key, List, Key::Hash> lists_;
};

/// Lists that follow from others: what addresses somebody, with a full stop and without; what a full stop abbreviates.
inline constexpr std::string_view addresses_list = "addresses", abbreviations_list = "abbreviated";

[[nodiscard]] std::vector<std::uint32_t> lay_out_lists(const nlohmann::json& lists);

}  // namespace protokoll

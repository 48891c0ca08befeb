/// Whether markup is harmless for gumbo, whose time and memory grow with the square of some nestings and explode with others.
#pragma once

#include <cstddef>
#include <string_view>

namespace protokoll::html {

/// A bound that markup passes; `id` is empty if it passes none.
struct Excess {
  std::string_view id = {};      ///< of the diagnostic: "markup-too-deep"
  std::string_view reason = {};  ///< which bound, in words
  std::size_t at = 0;            ///< offset in the markup where it is passed

  explicit operator bool() const { return !id.empty(); }
};

inline constexpr std::size_t max_depth = 400;            ///< open elements
inline constexpr std::size_t max_formatting = 64;        ///< formatting elements that the tree builder would reopen
inline constexpr std::size_t max_attributes = 256;       ///< in one tag
inline constexpr std::size_t max_misnested = 5'000;      ///< end tags of formatting elements across blocks
inline constexpr std::size_t max_body_attributes = 512;  ///< in all <html> and <body> tags together

/// The first bound that the markup passes. Linear time.
[[nodiscard]] Excess find_excess(std::string_view markup);

}  // namespace protokoll::html

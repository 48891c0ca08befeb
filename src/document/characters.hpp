/// What a character is for the visible text: kept, folded as white space, dropped, joined with the one before it, or kept only behind one that it joins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace protokoll {

enum class CharClass : std::uint8_t { text, space, line_end, dropped, combining, joiner };

struct Character {
  CharClass kind;
  std::size_t size;  ///< bytes
};

/// The character that begins at `at` of valid UTF-8.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

/// The end of what stays as it is from `at` on: words with single spaces between them.
[[nodiscard]] std::size_t end_of_plain(std::string_view text, std::size_t at);

/// An address without controls: they are nothing that a link leads to, and a terminal could obey them.
[[nodiscard]] std::string link_target(std::string_view href);

}  // namespace protokoll

/// Character references (HTML Living Standard, section 13.2.5.72).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace protokoll::html {

/// The character reference that begins at a '&'; size 0 if none does.
struct Reference {
  std::size_t size = 0;
  std::string decoded = {};
};

/// Reads as a browser does in text: a legacy name needs no semicolon, the longest name wins.
[[nodiscard]] Reference reference_at(std::string_view text, std::size_t at);

/// Bytes of the character in front if it is a control or noncharacter, for which gumbo gives U+FFFD; else 0.
[[nodiscard]] std::size_t size_of_invalid(std::string_view text);

}  // namespace protokoll::html

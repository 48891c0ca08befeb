/// Small conversions of text that several writers need.
#pragma once

#include <string>
#include <string_view>

namespace protokoll {

/// `text` with every byte that is not valid UTF-8, and every control character from DEL to U+009F, replaced by U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view text);
/// The same, and any other control character becomes U+FFFD: for a name in formats that escape nothing.
[[nodiscard]] std::string without_controls(std::string_view text);

/// `text` on one line: each run of control characters and white space becomes one space.
[[nodiscard]] std::string one_line(std::string_view text);

/// The parts with `separator` between them.
template <class Values, class Text>
[[nodiscard]] std::string join(const Values& values, std::string_view separator, Text text) {
  std::string joined;
  bool first = true;
  for (const auto& value : values) {
    if (!first) joined += separator;
    first = false;
    joined += text(value);
  }
  return joined;
}

}  // namespace protokoll

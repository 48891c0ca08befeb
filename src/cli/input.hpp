/// Documents from files and from standard input.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace protokoll::cli {

/// The name under which standard input appears in messages and output.
inline constexpr std::string_view standard_input = "<stdin>";

/// One document as it lies on disk. `name` is what messages call it.
struct Input {
  std::string name;
  std::string bytes;
};

/// A file that plainly is no text: a PDF, a picture.
struct NoText : Unusable {
  using Unusable::Unusable;
};

/// Reads a file, or standard input for "-". Throws Unusable if it cannot be read, NoText if it is none.
[[nodiscard]] Input read_input(const std::string& path);

/// What kind of file that is no markup these bytes are and what to do about it ("is a PDF; ..."), or empty.
[[nodiscard]] std::string_view no_markup(std::string_view bytes);

}  // namespace protokoll::cli

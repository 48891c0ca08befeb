/// Documents from files and from standard input.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace protokoll::cli {

/// The name under which standard input appears in messages and output.
inline constexpr std::string_view standard_input = "<stdin>";

/// Bytes; places in a document are kept in 32 bits, and text may take more room decoded than on disk.
inline constexpr std::size_t largest_document = std::size_t{1} << 30;

/// One document as it lies on disk. `name` is what messages call it.
struct Input {
  std::string name;
  std::string bytes;
};

/// A file that plainly is no text: a PDF, a picture.
struct NoText : Unusable {
  using Unusable::Unusable;
};

/// Reads a file, or standard input for "-". Throws Unusable if it cannot be read or is larger than any document, NoText if it is none.
[[nodiscard]] Input read_input(const std::string& path);

/// What kind of file that is no markup these bytes are and what to do about it ("is a PDF; ..."), or empty.
[[nodiscard]] std::string_view no_markup(std::string_view bytes);

}  // namespace protokoll::cli

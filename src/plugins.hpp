/// The tables of what CMake found in the plug-in folders, sorted by name. Generated; see cmake in CMakeLists.txt.
#pragma once

#include <span>
#include <string_view>

#include "flat/table.hpp"

namespace protokoll {

struct Reader;
struct Writer;
struct Rule;

/// A data file compiled into the library: its stem ("de") and its content.
struct Resource {
  std::string_view name;
  std::string_view content;
};

/// A data file of languages or weights, of which the words have been laid out: see src/layout/layout.cpp.
struct LaidOut {
  std::string_view name;
  std::string_view content;  ///< the whole file; nothing for weights
  std::string_view rest;     ///< the file without what the images hold; nothing for weights
  flat::Image image;         ///< the weights, or the classes of words
  flat::Image lists;         ///< of a language
};

namespace plugins {

[[nodiscard]] std::span<const Reader* const> readers();
[[nodiscard]] std::span<const Writer* const> writers();
[[nodiscard]] std::span<const Rule* const> rules();
[[nodiscard]] std::span<const LaidOut> languages();
[[nodiscard]] std::span<const Resource> profiles();
[[nodiscard]] std::span<const LaidOut> weights();
[[nodiscard]] std::span<const Resource> schemas();
[[nodiscard]] std::span<const Resource> pages();

}  // namespace plugins
}  // namespace protokoll

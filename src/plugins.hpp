/// The tables of what CMake found in the plug-in folders, sorted by name. Generated; see cmake in CMakeLists.txt.
#pragma once

#include <span>
#include <string_view>

namespace protokoll {

struct Reader;
struct Writer;
struct Rule;

/// A data file compiled into the library: its stem ("de") and its content.
struct Resource {
  std::string_view name;
  std::string_view content;
};

namespace plugins {

[[nodiscard]] std::span<const Reader* const> readers();
[[nodiscard]] std::span<const Writer* const> writers();
[[nodiscard]] std::span<const Rule* const> rules();
[[nodiscard]] std::span<const Resource> languages();
[[nodiscard]] std::span<const Resource> profiles();
[[nodiscard]] std::span<const Resource> weights();
[[nodiscard]] std::span<const Resource> schemas();

}  // namespace plugins
}  // namespace protokoll

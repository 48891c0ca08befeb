/// What the command line says to people, on stderr.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll::cli {

enum class Color { automatic, always, never };
enum class Volume { quiet, normal, verbose };

class Messages {
 public:
  /// Colour as wanted; `automatic`: only on a terminal and without NO_COLOR (no-color.org).
  void set_color(Color color);
  /// Whether standard output is to be coloured, by the same rules.
  [[nodiscard]] bool colors_output() const { return color_output_; }
  void set_volume(Volume volume) { volume_ = volume; }

  /// "protokoll: TEXT".
  void error(std::string_view text) const;
  /// The same, unless quiet: for what may go on.
  void warning(std::string_view text) const {
    if (volume_ != Volume::quiet) error(text);
  }
  /// The findings of a document as `protokoll::report` prints them; notes only if verbose, nothing if quiet.
  void report(std::string_view name, std::string_view bytes, const std::vector<Diagnostic>& diagnostics) const;
  /// What `report` would print.
  [[nodiscard]] std::string text(std::string_view name, std::string_view bytes, const std::vector<Diagnostic>& diagnostics) const;
  void print(std::string_view text) const;

  [[nodiscard]] Volume volume() const { return volume_; }

 private:
  bool color_ = false;
  bool color_output_ = false;
  Volume volume_ = Volume::normal;
};

}  // namespace protokoll::cli

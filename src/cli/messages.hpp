/// What the command line says to people: on stderr, harmless to a terminal whatever the document holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll::cli {

enum class Color { automatic, always, never };
enum class Volume { quiet, normal, verbose };

/// `text` with control characters, bidirectional overrides and invalid bytes spelled out ("\x1b", "\u202e").
[[nodiscard]] std::string escaped(std::string_view text);

class Messages {
 public:
  /// Colour as wanted; `automatic`: only on a terminal and without NO_COLOR (no-color.org).
  void set_color(Color color);
  void set_volume(Volume volume) { volume_ = volume; }

  /// "protokoll: TEXT".
  void error(std::string_view text) const;
  /// Each finding as "file:line:column: severity: message [id]" with its source line and a caret, in document order.
  /// Notes only if verbose, nothing if quiet.
  void report(std::string_view name, std::string_view bytes, const std::vector<Diagnostic>& diagnostics) const;
  /// The same as text; every finding whatever the volume.
  [[nodiscard]] std::string format(std::string_view name, std::string_view bytes, const std::vector<Diagnostic>& diagnostics) const;

 private:
  bool color_ = false;
  Volume volume_ = Volume::normal;
};

}  // namespace protokoll::cli

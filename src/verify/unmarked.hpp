/// What a document shows beside what is struck out or raised in it, found in its markup anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/reader.hpp"
#include "source/source.hpp"

namespace protokoll {

/// Without the raised figures that are characters of their own ("³").
[[nodiscard]] std::string without_raised(std::string_view text);

/// Beside what markup raises, figures are raised that are characters of their own.
class UnmarkedText {
 public:
  /// Both must outlive it.
  UnmarkedText(const Source& source, const Reader& reader);

  [[nodiscard]] const std::vector<MarkedPlace>& marked() const { return marked_; }
  /// The markup of a stretch of the source text without those places; nothing if none lies in it.
  [[nodiscard]] std::optional<std::string> markup(Span place) const;

 private:
  const Source& source_;
  std::vector<MarkedPlace> marked_;
};

}  // namespace protokoll

/// A document's bytes as text: its encoding found, its positions kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "protokoll/diagnostic.hpp"

namespace protokoll {

/// One document decoded to valid UTF-8. The bytes must outlive it; text that already is valid UTF-8 is not copied.
///
/// The encoding is that of a BOM, else valid UTF-8, else the declared charset (WHATWG labels: iso-8859-1 means
/// windows-1252), else windows-1252. Undecodable bytes become U+FFFD, each with a diagnostic.
class Source {
 public:
  explicit Source(std::string_view bytes);
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view encoding() const { return encoding_; }  ///< IANA name
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

  /// The bytes of the file that hold the text in [begin, end) of `text()`.
  [[nodiscard]] Span to_bytes(Span text_range) const;
  /// The place of a byte of the file.
  [[nodiscard]] Position position(std::size_t byte) const;
  /// The decoded line that holds a byte of the file, without its line end.
  [[nodiscard]] std::string_view line(std::size_t byte) const;
  /// Offset in `text()` of the character that holds a byte of the file.
  [[nodiscard]] std::size_t to_text(std::size_t byte) const;

 private:
  /// From `text` on, each further byte of text is one further byte of the file, from `byte` on.
  struct Step {
    std::size_t text;
    std::size_t byte;
  };

  std::string_view bytes_;
  std::string_view text_;
  std::string decoded_;
  std::string_view encoding_ = "UTF-8";
  std::vector<Step> steps_;  // empty: text and bytes are the same; an entry per change of distance otherwise
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace protokoll

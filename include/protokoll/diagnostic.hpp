/// What the tool has to say about a document: a finding with its place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace protokoll {

/// Half-open range of bytes [begin, end) of the file as it lies on disk, whatever its encoding.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

enum class Severity { note, warning, error };

/// "note", "warning" or "error".
[[nodiscard]] std::string_view to_string(Severity severity);

/// Replacement of the bytes in `span` by `text` (UTF-8).
struct Edit {
  Span span;
  std::string text;
};

/// A change that removes a finding; `safe` ones keep what the minutes state.
struct Fix {
  std::string summary;
  std::vector<Edit> edits;
  bool safe = false;
};

/// One finding about a document. `id` is stable: a rule's id ("PK012") or a reader's word ("invalid-utf8").
struct Diagnostic {
  std::string id;
  Severity severity = Severity::warning;
  std::string message;
  Span span;
  std::vector<Fix> fixes = {};
};

/// A place as editors count it: both from 1, the column in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

}  // namespace protokoll

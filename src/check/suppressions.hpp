/// Comments in a document that hide findings:
///
///     <!-- protokoll-disable-next-line PK007, item-deferred -->
///     <!-- protokoll-disable-line PK007 -->
///     <!-- protokoll-disable-file PK007 -->
///
/// Without rules each hides every finding of its place.
#pragma once

#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace protokoll {

struct Suppression {
  std::vector<std::string> rules;  ///< ids and names as written; empty: every rule
  std::size_t first_line = 0, last_line = 0;
  Span span;                       ///< of the comment
  bool used = false;
};

[[nodiscard]] std::vector<Suppression> find_suppressions(const Source& source);

/// Moves the findings that a comment hides to `suppressed`, and notes which comments did.
void suppress(std::vector<Suppression>& comments, const Source& source, std::vector<Diagnostic>& findings, std::vector<Diagnostic>& suppressed);

}  // namespace protokoll

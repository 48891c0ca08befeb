/// The parts of an item's body under its labels: report, discussion, decisions …
#pragma once

#include <string_view>
#include <vector>

#include "structure/context.hpp"

namespace protokoll {

/// A label at the begin of a text: "Beschluss:", "Decision 3:", a bold or underlined word alone.
struct LabelHit {
  const std::vector<std::string>* keys = nullptr;  ///< what the label may announce
  std::string_view heading;  ///< as printed, with its colon
  std::string_view rest;     ///< what follows in the same text

  explicit operator bool() const { return keys != nullptr; }
  [[nodiscard]] bool is(std::string_view key) const;
};

[[nodiscard]] LabelHit find_label(const Piece& piece, const Context& context);
/// The same for a text that is no whole block: only a label with a colon counts.
[[nodiscard]] LabelHit find_label(std::string_view text, const Language& language);

/// A stretch of the body under one label (or none: the report in front).
struct SectionDraft {
  LabelHit label;
  std::string_view key;       ///< the label's key among those that open a section; empty without label
  std::vector<Piece> pieces;  ///< without the heading

  [[nodiscard]] SectionKind kind() const;
};

[[nodiscard]] std::vector<SectionDraft> split_sections(const std::vector<Piece>& body, const Context& context);

}  // namespace protokoll

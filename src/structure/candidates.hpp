/// What may open an agenda item: every block of the document, with the label and the title it would have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/agenda_label.hpp"
#include "analysis/context.hpp"

namespace protokoll {

/// How a block would carry an item's title.
enum class TitleForm : std::uint8_t {
  whole,      ///< the block is the title
  line,       ///< its first line
  front,      ///< its bold or underlined front
  colon,      ///< what stands in front of a colon
  dash,       ///< what stands in front of a dash set off by blanks
  sentence,   ///< its first sentence
};

struct Candidate {
  std::uint32_t block = 0;              ///< that holds the title
  std::uint32_t first = 0;              ///< the block where the item would begin: that of a label in a cell beside
  std::optional<AgendaLabel> label;     ///< the number printed in front
  std::string_view title;               ///< without the label; may be empty
  std::string rendered_number;          ///< of a list item
  TitleForm form = TitleForm::whole;
};

/// One for each block that a reader sees and that is no front matter, in document order.
[[nodiscard]] std::vector<Candidate> find_candidates(const Context& context);

/// A block's text in front as far as it is bold or underlined; empty if it begins plain.
[[nodiscard]] std::string_view styled_front(const TextBlock& block, const Context& context);
/// Whether all of a block's words have a style.
[[nodiscard]] bool is_all(const TextBlock& block, std::uint8_t style, const Context& context);

}  // namespace protokoll

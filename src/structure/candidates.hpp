/// What may open an agenda item: every block of the document, with the label and the title it would have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "structure/agenda_label.hpp"
#include "structure/context.hpp"
#include "structure/units.hpp"

namespace protokoll {

/// How a block would carry an item's title.
enum class TitleForm : std::uint8_t {
  whole,      ///< the block is the title
  line,       ///< its first line
  front,      ///< its bold or underlined front
  colon,      ///< what stands in front of a colon
  dash,       ///< what stands in front of a dash set off by blanks
  column,     ///< what stands in front of a gap as wide as between columns
  sentence,   ///< its first sentence
};

struct Candidate {
  std::uint32_t block = 0;              ///< that holds the title
  Range range;                          ///< of the unit
  bool begins_block = true;
  bool label_before = false;            ///< the label is the candidate before, in a cell beside
  int marks = 0;                        ///< characters that set it off as a heading
  std::optional<AgendaLabel> label;     ///< the number printed in front
  std::string_view clock;               ///< the time of day in front of a heading's title: no number, and no part of the title
  std::string_view title;               ///< without the label; may be empty
  std::string rendered_number;          ///< of a list item
  TitleForm form = TitleForm::whole;
};

/// One for each unit that is no front matter, in document order.
[[nodiscard]] std::vector<Candidate> find_candidates(const std::vector<Unit>& units, const Context& context);

/// The text in front of a part of a block as far as it is bold or underlined; empty if it begins plain.
[[nodiscard]] std::string_view styled_front(const Candidate& candidate, const Context& context);

/// "APOLOGIES." of "APOLOGIES. There were none.": the first of several sentences if it alone is in capitals; empty otherwise.
[[nodiscard]] std::string_view capitals_in_front(std::string_view text, const Context& context);
/// Whether all of its words have a style.
[[nodiscard]] bool is_all(const Candidate& candidate, std::uint8_t style, const Context& context);

}  // namespace protokoll

/// The units of an item's text: what is weighed whether it states a decision, a motion, its end or a vote.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "structure/sections.hpp"

namespace protokoll {

enum class UnitForm : std::uint8_t {
  sentence,
  entry,     ///< a list entry or paragraph under "The following was decided:"
  labelled,  ///< the text under the label of a decision
  motion,    ///< the text under the label of a motion
  table,     ///< a table that holds nothing but a vote
};

struct Passage {
  UnitForm form = UnitForm::sentence;
  std::string_view text;             ///< without bullet
  std::string_view before;           ///< the sentence in front of it in the same piece
  std::string_view intro;            ///< the sentence with a colon above it
  const SectionDraft* section = nullptr;
  std::size_t piece = 0;             ///< number of its piece in the item
  bool opens = true, closes = true;  ///< first and last of its piece
  bool in_list = false, in_cell = false, is_bold = false;
  bool point = false;                ///< of a resolution, numbered in words: "Segundo.- …"
  std::shared_ptr<const Vote> vote = {};  ///< form table; seldom, and there are many passages
};

/// Cuts the sections of one item, from where each section's `from` says. Tables of votes are units of their own.
[[nodiscard]] std::vector<Passage> cut_units(const std::vector<SectionDraft>& sections, const Context& context);

/// Whether a section under this label's key holds decisions.
[[nodiscard]] bool decides(std::string_view key);

}  // namespace protokoll

/// Finds the agenda in a document of any dialect.
///
/// A table whose first column holds numbers is the agenda; failing that, the blocks that open an item are looked for
/// (openers.cpp), the family of them that carries the agenda is chosen, and what is only announced is set aside.
#pragma once

#include <optional>

#include "analysis/agenda_label.hpp"
#include "analysis/context.hpp"
#include "facts/title.hpp"

namespace protokoll {

/// Items of one document; what would open more is text of the last one.
inline constexpr std::size_t max_items = 100'000;

/// Whether another item may begin at `place`; the first that may not is reported ("too-many-items").
[[nodiscard]] bool has_room(ProtocolTable& table, std::string_view place, const Context& context);

[[nodiscard]] ProtocolTable outline(Context& context);

/// The agenda as a table; no rows if there is no such table.
[[nodiscard]] ProtocolTable table_outline(Context& context);

/// What sets a possible opener off from the text around it.
enum class OpenerStyle { heading, word_label, numbered, list, bullet, term, bold };

/// Opener::rank of a line that is all bold, and of one in capitals.
inline constexpr int bold_rank = 10, caps_rank = 9;

/// A block that may open an agenda item.
struct Opener {
  std::uint32_t block = 0;
  OpenerStyle style = OpenerStyle::heading;
  int rank = 0;                      ///< the smaller, the further out; comparable within one style only
  std::optional<AgendaLabel> label;  ///< the number printed in front
  std::string_view title;            ///< without the label
  std::string rendered_number;       ///< of a list item
  bool structural = false;           ///< names a part of the minutes (attendance, agenda, minutes), no item
};

/// Everything that looks like the begin of an item, in document order.
[[nodiscard]] std::vector<Opener> find_openers(const Context& context);

/// Whether a heading's words name a part of the head ("Anwesende", "Tagesordnung") under one of these keys.
[[nodiscard]] bool names_part(std::string_view title, const Context& context);

}  // namespace protokoll
